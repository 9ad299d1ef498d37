/** A turn to work; it ends with the cost of the work. */
export type Turn = { readonly end: (cost: number) => void };
