import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { closeAtMidnight, type Schedule } from "../domain/schedule.ts";
import { checkSchedule, updateScheduleInput } from "../domain/schedule-input.ts";
import { checkCountry } from "./steps/check-country.ts";
import { editableSchedule } from "./steps/editable-schedule.ts";

/** Changes a schedule; fields that the input omits stay as they are. */
export async function updateSchedule(context: Context, given: unknown): Promise<Schedule> {
  const change = validate(updateScheduleInput, given);
  return inTransaction(context, async (context) => {
    const { schedules } = context.store;
    const schedule = await editableSchedule(context, change.scheduleId);
    const changed: Schedule = {
      ...schedule,
      timeZone: change.timeZone ?? schedule.timeZone,
      weekly: (change.weekly ?? schedule.weekly).map(closeAtMidnight),
      overrides: (change.overrides ?? schedule.overrides).map(({ date, windows }) => ({
        date,
        windows: windows.map(closeAtMidnight),
      })),
      travel: change.travel ?? schedule.travel,
      holidayCountry:
        change.holidayCountry === undefined ? schedule.holidayCountry : change.holidayCountry,
      isDefault: schedule.isDefault || change.isDefault === true,
      updatedAt: context.now,
    };
    checkSchedule(changed);
    await checkCountry(context, changed.holidayCountry);
    if (changed.isDefault && !schedule.isDefault) await schedules.clearDefault(schedule);
    await schedules.update(changed);
    if (change.name != null) await context.store.scheduleNames.save(changed, change.name);
    return changed;
  });
}
