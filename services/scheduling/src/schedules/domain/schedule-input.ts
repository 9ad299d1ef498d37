import { scheduleProblems } from "@tidbok/availability";
import { canonicalTimeZone, input, InvalidInput } from "@tidbok/domain";
import { z } from "zod";
import { overlappingHours } from "./overlapping-hours.ts";
import type { Schedule } from "./schedule.ts";

const time = z.string().max(5);
const hours = z.strictObject({ start: time, end: time });

// The length is checked before any element is read, so a list that is too long costs nothing and is one problem.
const atMost = <Item extends z.ZodType>(most: number, item: Item) =>
  z.array(z.unknown()).max(most, `must have at most ${most} entries`).pipe(z.array(item));

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
    // Reported with the problems of the hours, all at once.
    timeZone: z
      .string()
      .max(64)
      .transform((name) => canonicalTimeZone(name) ?? name),
  }),
);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be two capital letters, such as SE")
  .nullish();

/** The input of createSchedule. */
export const createScheduleInput = z.strictObject({
  organizationId: input.id,
  name: input.line(100),
  timeZone: input.timeZone,
  weekly,
  overrides: overrides.nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** The input of updateSchedule; null means the same as an omitted field, except for the country. */
export const updateScheduleInput = z.strictObject({
  scheduleId: input.id,
  name: input.line(100).nullish(),
  timeZone: input.timeZone.nullish(),
  weekly: weekly.nullish(),
  overrides: overrides.nullish(),
  travel: travel.nullish(),
  holidayCountry: country,
  isDefault: z.boolean().nullish(),
});

/** Throws InvalidInput with every problem of the hours, under the paths of the input. */
export function checkSchedule(schedule: Schedule): void {
  const problems = scheduleProblems(schedule);
  // Invalid hours cannot be compared, so the search for overlaps waits until all hours are valid.
  const all = problems.length > 0 ? problems : overlappingHours(schedule);
  if (all.length > 0) throw new InvalidInput(all);
}
