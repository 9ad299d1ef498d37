import { Forbidden, isMemberOf, NotFound, validate } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { closeAtMidnight } from "../domain/close-at-midnight.ts";
import { memberOf } from "../domain/member-of.ts";
import { isAdministrator } from "../domain/relation.ts";
import type { Schedule } from "../domain/schedule.ts";
import { checkSchedule, scheduleChange } from "../domain/schedule-input.ts";

export async function updateSchedule(context: Context, given: unknown): Promise<Schedule> {
  const change = validate(scheduleChange, given);
  return context.store.transaction(async (store) => {
    const [schedule] = await store.schedules.findMany([change.scheduleId]);
    if (!schedule || !isMemberOf(context.caller, schedule.organizationId)) {
      throw new NotFound("schedule");
    }
    const accountId = memberOf(context.caller, schedule.organizationId);
    const isOwner = accountId === schedule.ownerId;
    if (!isOwner && !isAdministrator(context.caller, schedule.organizationId))
      throw new Forbidden();
    const changed: Schedule = {
      ...schedule,
      name: change.name ?? schedule.name,
      timeZone: change.timeZone ?? schedule.timeZone,
      weekly: (change.weekly ?? schedule.weekly).map(closeAtMidnight),
      overrides: (change.overrides ?? schedule.overrides).map(({ date, windows }) => ({
        date,
        windows: windows.map(closeAtMidnight),
      })),
      updatedAt: context.now,
    };
    checkSchedule(changed);
    await store.schedules.update(changed);
    return changed;
  });
}
