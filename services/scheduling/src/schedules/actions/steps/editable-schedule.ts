import { Forbidden, isAdministrator, isMemberOf, NotFound, requireMember } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Schedule } from "../../domain/schedule.ts";

/**
 * The schedule, locked together with the other schedules of its owner until the transaction ends. Throws NotFound for
 * callers outside the organization, and Forbidden for members that are neither its owner nor an admin.
 */
export async function editableSchedule(
  { caller, store }: Pick<Context, "caller" | "store">,
  scheduleId: string,
): Promise<Schedule> {
  const [schedule] = await store.schedules.findMany([scheduleId]);
  if (!schedule || !isMemberOf(caller, schedule.organizationId)) throw new NotFound("schedule");
  const isOwner = requireMember(caller, schedule.organizationId) === schedule.ownerId;
  if (!isOwner && !isAdministrator(caller, schedule.organizationId)) throw new Forbidden();
  await store.schedules.lockOwner(schedule);
  const [locked] = await store.schedules.findMany([scheduleId]);
  if (!locked) throw new NotFound("schedule");
  return locked;
}
