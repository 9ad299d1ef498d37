import type { Context } from "../../context.ts";
import {
  publishedLocation,
  seesAllOf,
  type Location,
  type MeetingType,
} from "../domain/meeting-type.ts";

/** The location of the meeting; callers outside the organization see what is public before a booking. */
export function locationFor({ caller }: Context, meetingType: MeetingType): Location {
  const seesAll = seesAllOf(caller, meetingType.organizationId);
  return seesAll ? meetingType.location : publishedLocation(meetingType.location);
}
