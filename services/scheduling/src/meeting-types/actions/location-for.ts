import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { publishedLocation, type Location, type MeetingType } from "../domain/meeting-type.ts";

/** The location of the meeting; callers outside the organization see what is public before a booking. */
export function locationFor({ caller }: Context, meetingType: MeetingType): Location {
  const seesAll = caller.kind === "service" || isMemberOf(caller, meetingType.organizationId);
  return seesAll ? meetingType.location : publishedLocation(meetingType.location);
}
