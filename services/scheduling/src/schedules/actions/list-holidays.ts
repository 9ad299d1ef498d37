import { validate } from "@tidbok/domain";
import { z } from "zod";
import type { Context } from "../../context.ts";
import type { Schedule } from "../domain/schedule.ts";

const schema = z.strictObject({ year: z.int().min(1970).max(2199) });

/** The public holidays on which the schedule's weekly hours are closed. */
export async function listHolidays(
  { holidays }: Context,
  asked: { readonly schedule: Schedule; readonly given: unknown },
): ReturnType<Context["holidays"]["of"]> {
  const { year } = validate(schema, asked.given);
  const { holidayCountry } = asked.schedule;
  return holidayCountry === null ? [] : holidays.of(holidayCountry, year);
}
