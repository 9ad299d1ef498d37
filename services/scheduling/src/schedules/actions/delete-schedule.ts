import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Schedule } from "../domain/schedule.ts";
import { editableSchedule } from "./steps/editable-schedule.ts";

const schema = z.strictObject({ scheduleId: input.id });

/** Takes a schedule away by which nobody is booked; where it was the default, the owner's oldest is it now. */
export async function deleteSchedule(context: Context, given: unknown): Promise<Schedule> {
  const { scheduleId } = validate(schema, given);
  return context.store.transaction(async (store) => {
    const schedule = await editableSchedule({ ...context, store }, scheduleId);
    await store.schedules.remove(schedule);
    if (schedule.isDefault) await store.schedules.makeOldestDefault(schedule);
    return schedule;
  });
}
