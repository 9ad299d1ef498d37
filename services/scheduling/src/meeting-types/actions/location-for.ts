import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { publishedLocation, type Location } from "../domain/location.ts";
import type { MeetingType } from "../domain/meeting-type.ts";

/** Where one meets, as far as the caller may know before having booked. */
export function locationFor({ caller }: Context, meetingType: MeetingType): Location {
  const seesAll = caller.kind === "service" || isMemberOf(caller, meetingType.organizationId);
  return seesAll ? meetingType.location : publishedLocation(meetingType.location);
}
