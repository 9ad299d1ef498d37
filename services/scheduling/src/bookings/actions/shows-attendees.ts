import type { Context } from "../../context.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** Whether those who attend one meeting of this type see each other: its hosts say so, and their organization lets them. */
export async function showsAttendees(
  { loaders }: Pick<Context, "loaders">,
  meetingType: MeetingType,
): Promise<boolean> {
  if (!meetingType.showsAttendees) return false;
  return !(await loaders.attendeesHiddenFromEachOther.load(meetingType.organizationId));
}
