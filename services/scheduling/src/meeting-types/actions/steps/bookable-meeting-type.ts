import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { type MeetingType, isKnownTo } from "../../domain/meeting-type.ts";
import { MeetingTypeInactive } from "../../domain/meeting-type-errors.ts";

/** The meeting type. Throws NotFound if the caller may not know of it, and MeetingTypeInactive if it is inactive. */
export async function bookableMeetingType(
  { store, caller }: Pick<Context, "store" | "caller">,
  id: string,
): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType || !isKnownTo(caller, meetingType)) throw new NotFound("meeting type");
  if (!meetingType.isActive) throw new MeetingTypeInactive();
  return meetingType;
}

/** The meeting type of a booking that the caller may change. Throws MeetingTypeInactive for an inactive one. */
export async function activeMeetingType(store: Context["store"], id: string): Promise<MeetingType> {
  const [meetingType] = await store.meetingTypes.findMany([id]);
  if (!meetingType) throw new NotFound("meeting type");
  if (!meetingType.isActive) throw new MeetingTypeInactive();
  return meetingType;
}
