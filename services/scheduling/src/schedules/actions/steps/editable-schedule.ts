import { Forbidden, isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { memberOf } from "../../domain/member-of.ts";
import { isAdministrator } from "../../../bookings/domain/relation.ts";
import type { Schedule } from "../../domain/schedule.ts";

/** The schedule, for its owner and the organization's admins; from now on nobody else changes the owner's. */
export async function editableSchedule(
  { caller, store }: Pick<Context, "caller" | "store">,
  scheduleId: string,
): Promise<Schedule> {
  const [schedule] = await store.schedules.findMany([scheduleId]);
  if (!schedule || !isMemberOf(caller, schedule.organizationId)) throw new NotFound("schedule");
  const isOwner = memberOf(caller, schedule.organizationId) === schedule.ownerId;
  if (!isOwner && !isAdministrator(caller, schedule.organizationId)) throw new Forbidden();
  await store.schedules.lockOwner(schedule);
  const [locked] = await store.schedules.findMany([scheduleId]);
  if (!locked) throw new NotFound("schedule");
  return locked;
}
