import type { Context } from "../../context.ts";
import { consent } from "../../meeting-types/domain/read-answers.ts";
import type { Attendee } from "../domain/attendee.ts";
import type { Question } from "../../meeting-types/domain/question.ts";

/** An answer, in the field of its question's kind. */
export type ShownAnswer = {
  readonly attendee: Attendee;
  readonly attendeeId: string;
  readonly question: Question;
  readonly text: string | null;
  readonly number: number | null;
  readonly consent: boolean | null;
};

/** The answers of an attendee, in the order of the questions; those to questions that were removed since come last. */
export async function listAnswers(
  { loaders }: Context,
  attendee: Attendee,
): Promise<readonly ShownAnswer[]> {
  const details = await loaders.attendeeDetails.load(attendee.id);
  const meetingType = await loaders.meetingType.load(attendee.booking.meetingTypeId);
  const order = (meetingType?.questions ?? []).map(({ id }) => id);
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const answers = [...(details?.answers ?? [])].sort(
    (a, b) => rank(a.questionId) - rank(b.questionId),
  );
  const shown = await Promise.all(
    answers.map(async ({ questionId, answer }) => {
      const question = await loaders.question.load(questionId);
      return question ? [show(attendee, { question, answer })] : [];
    }),
  );
  return shown.flat();
}

function show(
  attendee: Attendee,
  { question, answer }: { readonly question: Question; readonly answer: string },
): ShownAnswer {
  const { kind } = question;
  return {
    attendee,
    attendeeId: attendee.id,
    question,
    text: kind === "NUMBER" || kind === "CONSENT" ? null : answer,
    number: kind === "NUMBER" ? Number(answer) : null,
    consent: kind === "CONSENT" ? answer === consent.given : null,
  };
}
