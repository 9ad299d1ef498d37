import { isMemberOf } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { MeetingType, MeetingTypeHost } from "../domain/meeting-type.ts";

/** A host; how they take their turns is for members. */
export type ShownHost = Pick<MeetingTypeHost, "accountId" | "isFixed"> &
  Partial<Pick<MeetingTypeHost, "priority" | "weight" | "group" | "scheduleId">> & {
    readonly isMissing?: boolean;
  };

/** Who hosts a meeting type, as far as the caller may know: that somebody is away concerns members alone. */
export async function listHosts(
  { caller, loaders }: Context,
  { organizationId, hosts }: MeetingType,
): Promise<readonly ShownHost[]> {
  const isMember = isMemberOf(caller, organizationId);
  const shown = await Promise.all(
    hosts.map(async ({ accountId, isFixed, priority, weight, group, scheduleId }) => {
      const isMissing = await loaders.isMissing.load({ organizationId, accountId });
      if (!isMember) return isMissing ? [] : [{ accountId, isFixed }];
      return [{ accountId, isFixed, priority, weight, group, scheduleId, isMissing }];
    }),
  );
  return shown.flat();
}
