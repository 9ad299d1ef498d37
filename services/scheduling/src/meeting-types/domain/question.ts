import { purposeNamed, purposes, type Purpose, type PurposeName } from "@tidbok/domain";

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

/** What answers can be used for: those of all purposes for which the data map lets answers be seen at all. */
export const questionPurposes = [
  "PROVIDE_SCHEDULE",
  "PROVIDE_NOTIFY",
  "PROVIDE_INTEGRATE",
] as const satisfies readonly PurposeName[];

/** One of them. */
export type QuestionPurpose = (typeof questionPurposes)[number];

/** What an attendee is asked. */
export type Question = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  /** Empty but for CHOICE. */
  readonly choices: readonly string[];
  readonly purposes: readonly QuestionPurpose[];
  /** For how long after the end of the meeting answers are kept; null: as long as the booking's other data. */
  readonly retentionDays: number | null;
};

// What the law demands and what the attendee may ask for is not the organization's to choose.
const always: readonly Purpose[] = ["legal", "rights"];

/** The purposes for which nobody but the attendee sees an answer to the question. */
export function prohibitedPurposes(question: Pick<Question, "purposes">): readonly Purpose[] {
  const allowed = new Set([...always, ...question.purposes.map(purposeNamed)]);
  return purposes.filter((purpose) => !allowed.has(purpose));
}

/**
 * Whether answers that were given to the one are right for the other: the same words, used for no
 * more, and kept no longer than was said when they were given.
 */
export function keepsAnswers(before: Question, after: Omit<Question, "id">): boolean {
  return (
    before.label === after.label &&
    before.choices.join("\n") === after.choices.join("\n") &&
    after.purposes.every((purpose) => before.purposes.includes(purpose)) &&
    (after.retentionDays ?? Infinity) <= (before.retentionDays ?? Infinity)
  );
}
