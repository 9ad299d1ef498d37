import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../context.ts";
import type { MeetingType, MeetingTypeHost } from "../domain/meeting-type.ts";

/** A host; how they take their turns is for members. */
export type ShownHost = Pick<MeetingTypeHost, "accountId" | "isFixed"> &
  Partial<Pick<MeetingTypeHost, "priority" | "weight" | "scheduleId">>;

/** Who hosts a meeting type, as far as the caller may know. */
export function listHosts({ caller }: Context, meetingType: MeetingType): readonly ShownHost[] {
  const isMember = isMemberOf(caller, meetingType.organizationId);
  return meetingType.hosts.map(({ accountId, isFixed, priority, weight, scheduleId }) => ({
    accountId,
    isFixed,
    ...(isMember && { priority, weight, scheduleId }),
  }));
}
