import { newId, validate } from "@tidbok/domain";
import type { Context } from "../context.ts";
import { closeAtMidnight } from "../domain/close-at-midnight.ts";
import { memberOf } from "../domain/member-of.ts";
import type { Schedule } from "../domain/schedule.ts";
import { checkSchedule, newSchedule } from "../domain/schedule-input.ts";

export async function createSchedule(context: Context, given: unknown): Promise<Schedule> {
  const { organizationId, name, timeZone, weekly, overrides } = validate(newSchedule, given);
  const schedule: Schedule = {
    id: newId(),
    organizationId,
    ownerId: memberOf(context.caller, organizationId),
    name,
    timeZone,
    weekly: weekly.map(closeAtMidnight),
    overrides: (overrides ?? []).map(({ date, windows }) => ({
      date,
      windows: windows.map(closeAtMidnight),
    })),
    createdAt: context.now,
    updatedAt: context.now,
  };
  checkSchedule(schedule);
  await context.store.transaction((store) => store.schedules.insert(schedule));
  return schedule;
}
