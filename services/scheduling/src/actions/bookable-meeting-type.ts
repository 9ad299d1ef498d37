import { NotFound } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { MeetingType } from "../domain/meeting-type.ts";
import { MeetingTypeInactive } from "../domain/meeting-type-errors.ts";

/** The meeting type, refused where it cannot be booked. */
export async function bookableMeetingType(
  store: Context["store"],
  id: string,
): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType) throw new NotFound("meeting type");
  if (!meetingType.isActive) throw new MeetingTypeInactive();
  return meetingType;
}
