import { isMemberOf, readsAsMember } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { MeetingType, MeetingTypeHost } from "../domain/meeting-type.ts";

/** A host as the caller may see it: the fields of round robin are for members. */
export type ShownHost = Pick<MeetingTypeHost, "accountId" | "isFixed"> &
  Partial<Pick<MeetingTypeHost, "priority" | "weight" | "group" | "scheduleId">> & {
    readonly isMissing?: boolean;
  };

/** The hosts of a meeting type. Only members see hosts that take no meetings, and the fields of round robin. */
export async function listHosts(
  { caller, loaders }: Context,
  { organizationId, hosts }: MeetingType,
): Promise<readonly ShownHost[]> {
  const seesAll = readsAsMember(caller, { organizationId, scope: "meeting-types:read" });
  const seesSchedule = isMemberOf(caller, organizationId);
  const shown = await Promise.all(
    hosts.map(async ({ accountId, isFixed, priority, weight, group, scheduleId }) => {
      const isMissing = await loaders.isMissing.load({ organizationId, accountId });
      const shown = { accountId, isFixed, ...(seesSchedule && { scheduleId }) };
      if (!seesAll) return isMissing ? [] : [shown];
      return [{ ...shown, priority, weight, group, isMissing }];
    }),
  );
  return shown.flat();
}
