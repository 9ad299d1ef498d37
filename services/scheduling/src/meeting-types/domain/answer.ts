/** An answer in one text, as it is sealed: a number in decimals, a consent as yes or no. */
export type Answer = { readonly questionId: string; readonly answer: string };

/** The texts that stand for a consent. */
export const consent = { given: "yes", refused: "no" } as const;
