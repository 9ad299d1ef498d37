import type { LocalDate } from "@tidbok/availability";
import { day, type Interval } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Schedule } from "../../domain/schedule.ts";

/** By country, the public holidays of the schedules in all years that the interval touches, in any time zone. */
export async function loadHolidays(
  { holidays }: Pick<Context, "holidays">,
  query: {
    readonly schedules: readonly Pick<Schedule, "holidayCountry">[];
    readonly during: Interval;
  },
): Promise<ReadonlyMap<string, readonly LocalDate[]>> {
  const { schedules, during } = query;
  const countries = new Set(schedules.flatMap(({ holidayCountry }) => holidayCountry ?? []));
  const first = new Date(during.start - day).getUTCFullYear();
  const last = new Date(during.end + day).getUTCFullYear();
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return new Map(
    await Promise.all(
      [...countries].map(async (country) => {
        const found = await Promise.all(years.map((year) => holidays.of(country, year)));
        return [country, found.flat().map(({ date }) => date)] as const;
      }),
    ),
  );
}
