import { newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { closeAtMidnight, type Schedule } from "../domain/schedule.ts";
import { checkSchedule, createScheduleInput } from "../domain/schedule-input.ts";
import { requireKnownMembership } from "./steps/require-known-membership.ts";
import { checkCountry } from "./steps/check-country.ts";

/** Creates a schedule of the caller. The first schedule of an owner becomes the default in any case. */
export async function createSchedule(context: Context, given: unknown): Promise<Schedule> {
  const { organizationId, name, timeZone, weekly, overrides, ...rest } = validate(
    createScheduleInput,
    given,
  );
  const schedule: Schedule = {
    id: newId(),
    organizationId,
    ownerId: await requireKnownMembership(context, organizationId),
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
  return inTransaction(context, async ({ store: { schedules, scheduleNames } }) => {
    await schedules.lockOwner(schedule);
    // An owner that has any schedule has a default.
    const isDefault = schedule.isDefault || !(await schedules.findDefault(schedule));
    if (isDefault) await schedules.clearDefault(schedule);
    await schedules.insert({ ...schedule, isDefault });
    await scheduleNames.save(schedule, name);
    return { ...schedule, isDefault };
  });
}
