import { scheduleProblems } from "@tidbok/availability";
import { input, InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import { overlappingHours } from "./overlapping-hours.ts";
import type { Schedule } from "./schedule.ts";

const time = z.string().max(5);
const hours = z.strictObject({ start: time, end: time });

// Counted before anything in it is read: a list that is too long is one mistake, and costs nothing.
const atMost = <Item extends z.ZodType>(most: number, item: Item) =>
  z.array(z.unknown()).max(most, `must be ${most} at most`).pipe(z.array(item));

const weekly = atMost(
  336,
  z.strictObject({ days: z.array(z.number()).max(7), start: time, end: time }),
);
const overrides = atMost(
  1_000,
  z.strictObject({ date: z.string().max(10), windows: atMost(48, hours) }),
);

const travel = atMost(
  200,
  z.strictObject({
    from: z.string().max(10),
    to: z.string().max(10),
    timeZone: z.string().max(64),
  }),
);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be two capital letters, such as SE")
  .nullish();

/** A new schedule, as it is sent. */
export const newSchedule = z.strictObject({
  organizationId: input.id,
  name: input.line(100),
  timeZone: input.timeZone,
  weekly,
  overrides: overrides.nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** A change of a schedule, as it is sent; null and nothing are the same. */
export const scheduleChange = z.strictObject({
  scheduleId: input.id,
  name: input.line(100).nullish(),
  timeZone: input.timeZone.nullish(),
  weekly: weekly.nullish(),
  overrides: overrides.nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** Throws InvalidInput for hours that make no sense, with the paths of the input. */
export function checkSchedule(schedule: Schedule): void {
  const problems = scheduleProblems(schedule);
  // Of hours that are none it cannot be said whether they overlap.
  const all = problems.length > 0 ? problems : overlappingHours(schedule);
  if (all.length > 0) throw new InvalidInput(all);
}
