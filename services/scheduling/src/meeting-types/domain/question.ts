import { purposeNamed, purposes, type Purpose, type PurposeName } from "@tidbok/domain";

/** The kinds of answers. */
export const questionKinds = [
  "TEXT",
  "LONG_TEXT",
  "CHOICE",
  "NUMBER",
  "PHONE",
  "EMAIL",
  "CONSENT",
] as const;

/** The kind of answer that a question requires. */
export type QuestionKind = (typeof questionKinds)[number];

/** The purposes for which answers may be used: a part of the purposes for which the data map shows answers at all. */
export const questionPurposes = [
  "PROVIDE_SCHEDULE",
  "PROVIDE_NOTIFY",
  "PROVIDE_INTEGRATE",
] as const satisfies readonly PurposeName[];

/** A purpose for which answers may be used. */
export type QuestionPurpose = (typeof questionPurposes)[number];

/** A question to attendees. */
export type Question = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  /** Empty unless the kind is CHOICE. */
  readonly choices: readonly string[];
  readonly purposes: readonly QuestionPurpose[];
  /** How long answers are kept after the end of the meeting; null: as long as the other data of the booking. */
  readonly retentionDays: number | null;
};

// Legal duties and the rights of the attendee apply whatever the organization chooses.
const always: readonly Purpose[] = ["legal", "rights"];

/** The purposes for which only the attendee sees an answer to the question. */
export function prohibitedPurposes(question: Pick<Question, "purposes">): readonly Purpose[] {
  const allowed = new Set([...always, ...question.purposes.map(purposeNamed)]);
  return purposes.filter((purpose) => !allowed.has(purpose));
}

/**
 * Whether answers to the earlier question stay valid for the changed one: the wording is the same, no purpose is added,
 * and the answers are kept no longer than the attendees were told.
 */
export function keepsAnswers(before: Question, after: Omit<Question, "id">): boolean {
  return (
    before.label === after.label &&
    before.choices.join("\n") === after.choices.join("\n") &&
    after.purposes.every((purpose) => before.purposes.includes(purpose)) &&
    (after.retentionDays ?? Infinity) <= (before.retentionDays ?? Infinity)
  );
}
