/** Prints one line for the person that started the platform. */
export type Say = (line: string) => void;
