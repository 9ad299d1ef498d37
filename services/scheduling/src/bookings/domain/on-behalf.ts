import { InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import { bookMeetingInput } from "./booking-input.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { Question } from "../../meeting-types/domain/question.ts";
import type { AnswerInput } from "../../meeting-types/domain/read-answers.ts";

const skipped = z.boolean().default(false);

/** The input of bookOnBehalf. */
export const bookOnBehalfInput = bookMeetingInput
  .omit({ holdId: true, linkToken: true })
  .extend({ skipsNotice: skipped, skipsHorizon: skipped, skipsLimits: skipped });

/** The input of bookOnBehalf. */
export type BookOnBehalfInput = z.output<typeof bookOnBehalfInput>;

/** The meeting type without the rules to skip, and without a confirmation: the side of the hosts books. */
export function withoutRules(
  meetingType: MeetingType,
  {
    skipsNotice,
    skipsHorizon,
    skipsLimits,
  }: Pick<BookOnBehalfInput, "skipsNotice" | "skipsHorizon" | "skipsLimits">,
): MeetingType {
  return {
    ...meetingType,
    needsConfirmation: false,
    ...(skipsNotice && { noticeMinutes: 0, maximumNoticeMinutes: null }),
    // As far ahead as any meeting type can offer.
    ...(skipsHorizon && { horizonKind: "ROLLING", horizonDays: 730 }),
    ...(skipsLimits && { limits: [] }),
  };
}

/** The questions that another person may answer: none is required, and consent is left to the attendee. */
export function questionsOfOthers(
  questions: readonly Question[],
  given: readonly AnswerInput[],
): readonly Question[] {
  const consents = questions.filter(({ kind }) => kind === "CONSENT").map(({ id }) => id);
  const message = "must be left to the attendee";
  const problems = given.flatMap(({ questionId }, i) =>
    consents.includes(questionId)
      ? [{ path: `answers.${i}.questionId`, code: "CONSENT_OF_OTHERS", message }]
      : [],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return questions
    .filter(({ kind }) => kind !== "CONSENT")
    .map((question) => ({ ...question, isRequired: false }));
}
