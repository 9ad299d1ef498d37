import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Schedule } from "../domain/schedule.ts";

const holidaysQuery = z.strictObject({ year: z.int().min(1970).max(2199) });

/** The public holidays on which the schedule's weekly hours are closed. */
export async function listHolidays(
  { holidays }: Context,
  { schedule, given }: { readonly schedule: Schedule; readonly given: unknown },
): ReturnType<Context["holidays"]["of"]> {
  const { year } = validate(holidaysQuery, given);
  const { holidayCountry } = schedule;
  return holidayCountry === null ? [] : holidays.of(holidayCountry, year);
}
