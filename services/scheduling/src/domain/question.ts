/** What kinds of answers there are. */
export const questionKinds = [
  "TEXT",
  "LONG_TEXT",
  "CHOICE",
  "NUMBER",
  "PHONE",
  "EMAIL",
  "CONSENT",
] as const;

/** The kind of answer that a question wants. */
export type QuestionKind = (typeof questionKinds)[number];

/** What an attendee is asked. */
export type Question = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  /** Empty but for CHOICE. */
  readonly choices: readonly string[];
};
