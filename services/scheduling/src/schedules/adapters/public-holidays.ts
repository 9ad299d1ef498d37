import type { LocalDate } from "@tidbok/availability";
import { day } from "@tidbok/domain";
import { LRUCache } from "lru-cache";

/** A public holiday of a country. */
export type PublicHoliday = { readonly date: LocalDate; readonly name: string };

/** The public holidays of countries (ISO 3166-1, two capital letters). */
export type PublicHolidays = {
  /** In order of date; empty for an unknown country. */
  of(country: string, year: number): Promise<readonly PublicHoliday[]>;
  isKnown(country: string): Promise<boolean>;
};

/** Holidays from date-holidays (ISC, its data CC-BY-3.0); the years that were asked for last are computed once. */
export function createPublicHolidays(): PublicHolidays {
  const known = new LRUCache<string, Promise<readonly PublicHoliday[]>>({ max: 2_000 });
  return {
    of: (country, year) => {
      const key = `${country} ${year}`;
      const found = known.get(key) ?? compute(country, year);
      known.set(key, found);
      return found;
    },
    isKnown: async (country) => {
      const Holidays = await library();
      return Object.hasOwn(new Holidays().getCountries(), country);
    },
  };
}

async function compute(country: string, year: number): Promise<readonly PublicHoliday[]> {
  const Holidays = await library();
  const named = new Map<LocalDate, string>();
  for (const { date, start, end, name, type } of new Holidays(country).getHolidays(year)) {
    if (type !== "public") continue;
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    // Some holidays take several days, and the clocks may change during one, so the length is rounded to days.
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / day));
    for (let i = 0; i < length; i += 1) {
      const each = new Date(first + i * day).toISOString().slice(0, 10);
      if (!named.has(each)) named.set(each, name);
    }
  }
  return [...named]
    .map(([date, name]) => ({ date, name }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

// Loading costs a tenth of a second and 35 MB, so it waits for the first schedule with holidays.
async function library() {
  return (await import("date-holidays")).default;
}
