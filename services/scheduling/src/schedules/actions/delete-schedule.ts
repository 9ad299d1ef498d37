import { input, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { DeletedSchedule } from "../domain/schedule.ts";
import { editableSchedule } from "./steps/editable-schedule.ts";

const deleteScheduleInput = z.strictObject({ scheduleId: input.id });

/** Deletes a schedule that no meeting type uses. If it was the default, the owner's oldest schedule becomes the default. */
export function deleteSchedule(context: Context, given: unknown): Promise<DeletedSchedule> {
  const { scheduleId } = validate(deleteScheduleInput, given);
  return inTransaction(context, async (context) => {
    const { schedules, scheduleNames } = context.store;
    const schedule = await editableSchedule(context, scheduleId);
    const [name = null] = await scheduleNames.find([schedule.id]);
    await schedules.remove(schedule);
    if (schedule.isDefault) await schedules.makeOldestDefault(schedule);
    return { ...schedule, name };
  });
}
