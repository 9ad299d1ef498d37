import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../domain/meeting-type.ts";
import { MeetingTypeInactive } from "../../domain/meeting-type-errors.ts";

/** The meeting type of a booking that the caller may change. Throws MeetingTypeInactive for an inactive one. */
export async function activeMeetingType(store: Context["store"], id: string): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType) throw new NotFound("meeting type");
  if (!meetingType.isActive) throw new MeetingTypeInactive();
  return meetingType;
}
