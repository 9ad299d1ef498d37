import { scheduleProblems } from "@tidbok/availability";
import { input, InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import type { Schedule } from "./schedule.ts";

const time = z.string().max(5);
const hours = z.strictObject({ start: time, end: time });
const weekly = z.array(
  z.strictObject({ days: z.array(z.number()).max(7), start: time, end: time }),
);
const overrides = z.array(z.strictObject({ date: z.string().max(10), windows: z.array(hours) }));

const travel = z
  .array(
    z.strictObject({
      from: z.string().max(10),
      to: z.string().max(10),
      timeZone: z.string().max(64),
    }),
  )
  .max(200);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be two capital letters, such as SE")
  .nullish();

/** A new schedule, as it is sent. */
export const newSchedule = z.strictObject({
  organizationId: input.id,
  name: input.line(100),
  timeZone: input.timeZone,
  weekly: weekly.max(336),
  overrides: overrides.max(1_000).nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** A change of a schedule, as it is sent; null and nothing are the same. */
export const scheduleChange = z.strictObject({
  scheduleId: input.id,
  name: input.line(100).nullish(),
  timeZone: input.timeZone.nullish(),
  weekly: weekly.max(336).nullish(),
  overrides: overrides.max(1_000).nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** Throws InvalidInput for hours that make no sense, with the paths of the input. */
export function checkSchedule(schedule: Schedule): void {
  const problems = scheduleProblems(schedule);
  if (problems.length > 0) throw new InvalidInput(problems);
}
