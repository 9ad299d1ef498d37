import type { LocalDate } from "@tidbok/availability";

/** A day on which a country rests. */
export type PublicHoliday = { readonly date: LocalDate; readonly name: string };

/** The public holidays of countries (ISO 3166-1, two capital letters). */
export type PublicHolidays = {
  /** In order; none for a country that is not known. */
  of(country: string, year: number): Promise<readonly PublicHoliday[]>;
  isKnown(country: string): Promise<boolean>;
};

const day = 24 * 60 * 60_000;

/** Holidays by date-holidays (ISC, its data CC-BY-3.0), each country's year worked out once. */
export function createPublicHolidays(): PublicHolidays {
  const known = new Map<string, Promise<readonly PublicHoliday[]>>();
  return {
    of: (country, year) => {
      const key = `${country} ${year}`;
      const found = known.get(key) ?? workOut(country, year);
      known.set(key, found);
      return found;
    },
    isKnown: async (country) => {
      const Holidays = await library();
      return Object.hasOwn(new Holidays().getCountries(), country);
    },
  };
}

async function workOut(country: string, year: number): Promise<readonly PublicHoliday[]> {
  const Holidays = await library();
  const named = new Map<LocalDate, string>();
  for (const { date, start, end, name, type } of new Holidays(country).getHolidays(year)) {
    if (type !== "public") continue;
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    // Some feasts take days; the clocks may change in one.
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

// A tenth of a second and 35 MB, for those only who have a schedule with holidays.
async function library() {
  return (await import("date-holidays")).default;
}
