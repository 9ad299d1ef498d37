import { offsetIn } from "./offset-in.ts";

/** How a visitor reads times: in which zone, by which clock, in which language. */
export type Reading = {
  readonly tag: string;
  readonly timeZone: string;
  readonly isHour12: boolean;
};

/** Writes instants (milliseconds) and dates for one visitor. */
export type Clock = {
  readonly time: (instant: number) => string;
  /** "09:00–09:30" */
  readonly range: (from: number, to: number) => string;
  /** "Tuesday 1 December" of a date such as 2026-12-01. */
  readonly day: (date: string) => string;
  readonly month: (month: string) => string;
  /** "GMT+1", at the instant. */
  readonly offset: (instant: number) => string;
};

/** Makes a clock; the formats are made once, for each takes longer to make than to use. */
export function createClock({ tag, timeZone, isHour12 }: Reading): Clock {
  const hourCycle = isHour12 ? ("h12" as const) : ("h23" as const);
  const time = new Intl.DateTimeFormat(tag, {
    timeZone,
    hour: isHour12 ? "numeric" : "2-digit",
    minute: "2-digit",
    hourCycle,
  });
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  const month = new Intl.DateTimeFormat(tag, { timeZone: "UTC", month: "long", year: "numeric" });
  return {
    time: (instant) => time.format(instant),
    range: (from, to) => `${time.format(from)}–${time.format(to)}`,
    day: (date) => day.format(Date.parse(date)),
    month: (of) => month.format(Date.parse(`${of}-01`)),
    offset: offsetIn(timeZone),
  };
}
