import { getLocalTimeZone, type CalendarDate } from "@internationalized/date";
import { cityOf } from "../../time/city-of.ts";
import { offsetIn } from "../../time/offset-in.ts";
import { formatTag, type Language } from "../../words/languages.ts";

/** Writes times and dates in one zone and language. */
export type Clock = {
  readonly timeZone: string;
  /** "Stockholm" */
  readonly city: string;
  /** "GMT+1" at an instant. */
  readonly offset: (instant: string | number) => string;
  readonly time: (instant: string) => string;
  /** "Tuesday 1 December" */
  readonly date: (date: CalendarDate) => string;
  /** "Tue 1" */
  readonly shortDate: (date: CalendarDate) => string;
  /** "Tuesday 1 December 2026 at 09:00" */
  readonly moment: (instant: string) => string;
};

/** Makes a clock; without a zone it is the browser's. */
export function createClock(language: Language, zone: string | null | undefined): Clock {
  const timeZone = zone ?? getLocalTimeZone();
  const tag = formatTag(language);
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: "2-digit", minute: "2-digit" });
  const moment = new Intl.DateTimeFormat(tag, { timeZone, dateStyle: "full", timeStyle: "short" });
  const day = { timeZone: "UTC", day: "numeric" } as const;
  const date = new Intl.DateTimeFormat(tag, { ...day, weekday: "long", month: "long" });
  const shortDate = new Intl.DateTimeFormat(tag, { ...day, weekday: "short" });
  const offset = offsetIn(timeZone);
  return {
    timeZone,
    city: cityOf(timeZone),
    offset: (instant) => offset(new Date(instant).getTime()),
    time: (instant) => time.format(new Date(instant)),
    date: (of) => date.format(of.toDate("UTC")),
    shortDate: (of) => shortDate.format(of.toDate("UTC")),
    moment: (instant) => moment.format(new Date(instant)),
  };
}
