/** An answer as the text that is sealed: a number in decimals, a consent as yes or no. */
export type Answer = { readonly questionId: string; readonly answer: string };

/** The texts that represent a consent. */
export const consent = { given: "yes", refused: "no" } as const;
