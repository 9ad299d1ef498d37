/** Tells whoever started the platform one line. */
export type Say = (line: string) => void;
