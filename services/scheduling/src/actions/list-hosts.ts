import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { MeetingType, MeetingTypeHost } from "../domain/meeting-type.ts";

/** A host; how they take their turns is for members. */
export type ShownHost = Pick<MeetingTypeHost, "accountId" | "isFixed"> &
  Partial<Pick<MeetingTypeHost, "priority" | "weight" | "group" | "scheduleId">>;

/** Who hosts a meeting type, as far as the caller may know. */
export function listHosts({ caller }: Context, meetingType: MeetingType): readonly ShownHost[] {
  const isMember = isMemberOf(caller, meetingType.organizationId);
  return meetingType.hosts.map(({ accountId, isFixed, priority, weight, group, scheduleId }) => ({
    accountId,
    isFixed,
    ...(isMember && { priority, weight, group, scheduleId }),
  }));
}
