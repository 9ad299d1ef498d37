import { newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { closeAtMidnight } from "../domain/close-at-midnight.ts";
import { memberOf } from "../domain/member-of.ts";
import type { Schedule } from "../domain/schedule.ts";
import { checkSchedule, newSchedule } from "../domain/schedule-input.ts";
import { checkCountry } from "./steps/check-country.ts";

export async function createSchedule(context: Context, given: unknown): Promise<Schedule> {
  const { organizationId, name, timeZone, weekly, overrides, ...rest } = validate(
    newSchedule,
    given,
  );
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
    travel: rest.travel ?? [],
    holidayCountry: rest.holidayCountry ?? null,
    isDefault: rest.isDefault ?? false,
    createdAt: context.now,
    updatedAt: context.now,
  };
  checkSchedule(schedule);
  await checkCountry(context, schedule.holidayCountry);
  return context.store.transaction(async (store) => {
    await store.schedules.lockOwner(schedule);
    // An owner who has any schedule has a default.
    const isDefault = schedule.isDefault || !(await store.schedules.findDefault(schedule));
    if (isDefault) await store.schedules.clearDefault(schedule);
    await store.schedules.insert({ ...schedule, isDefault });
    return { ...schedule, isDefault };
  });
}
