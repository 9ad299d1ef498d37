import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Question } from "../domain/question.ts";
import { findMeetingType } from "./find-meeting-type.ts";

/** A present question of a meeting type that the caller may know of; null otherwise. */
export async function findQuestion(context: Context, id: string): Promise<Question | null> {
  const meetingTypeId = isId(id) ? await context.store.questions.meetingTypeIdOf(id) : null;
  if (meetingTypeId === null) return null;
  const meetingType = await findMeetingType(context, { id: meetingTypeId });
  return meetingType?.questions.find((question) => question.id === id) ?? null;
}
