import { isAdministrator, isId, readsAsMember } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { HostHours } from "../domain/schedule.ts";

/** The schedule, for its owner and admins of the organization; null for other callers. */
export async function findSchedule(
  { caller, loaders }: Context,
  id: string,
): Promise<HostHours | null> {
  const schedule = isId(id) ? await loaders.schedule.load(id) : null;
  if (schedule === null || !("accountId" in caller)) return null;
  const { organizationId, ownerId } = schedule;
  if (!readsAsMember(caller, { organizationId, scope: "availability:read" })) return null;
  return caller.accountId === ownerId || isAdministrator(caller, organizationId) ? schedule : null;
}
