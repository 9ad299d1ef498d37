import { InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import { newBooking } from "./booking-input.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { Question } from "../../meeting-types/domain/question.ts";
import type { AnswerInput } from "../../meeting-types/domain/read-answers.ts";

const skipped = z.boolean().default(false);

/** A slot to book for somebody else, as it is sent. */
export const bookingOnBehalf = newBooking
  .omit({ holdId: true, linkToken: true })
  .extend({ skipsNotice: skipped, skipsHorizon: skipped, skipsLimits: skipped });

type Skipping = Pick<
  z.output<typeof bookingOnBehalf>,
  "skipsNotice" | "skipsHorizon" | "skipsLimits"
>;

/** The meeting type without the rules that are skipped, and without asking the hosts, one of whom books. */
export function withoutRules(
  meetingType: MeetingType,
  { skipsNotice, skipsHorizon, skipsLimits }: Skipping,
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

/** What may be asked of who answers for somebody else: nothing is required, and consent is one's own. */
export function questionsOfOthers(
  questions: readonly Question[],
  given: readonly AnswerInput[],
): readonly Question[] {
  const consents = questions.filter(({ kind }) => kind === "CONSENT").map(({ id }) => id);
  const problems = given.flatMap(({ questionId }, i) =>
    consents.includes(questionId)
      ? [
          {
            path: `answers.${i}.questionId`,
            code: "CONSENT_OF_OTHERS",
            message: "must be left to the attendee",
          },
        ]
      : [],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return questions
    .filter(({ kind }) => kind !== "CONSENT")
    .map((question) => ({ ...question, isRequired: false }));
}
