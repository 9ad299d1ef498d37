/** The codes of privacy's errors, each with what it tells a client. docs/errors.md shows them. */
export const errorCodes = {
  POLICY_CHANGED:
    "The file of a published policy differs from what was published. Write a new version instead.",
} as const satisfies Readonly<Record<string, string>>;

/** The code of an error of privacy. */
export type ErrorCode = keyof typeof errorCodes;
