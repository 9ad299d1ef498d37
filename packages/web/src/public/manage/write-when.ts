import { cityOf } from "../../time/city-of.ts";
import { createClock } from "../../time/create-clock.ts";
import { localDate } from "../../time/local-date.ts";

/** How this reader reads times. */
export type Reader = {
  readonly tag: string;
  readonly timeZone: string;
  readonly isHour12: boolean;
};

/**
 * A meeting's time with its zone: "Tuesday 1 December 2026, 09:00–09:30, Stockholm (GMT+1)". Where the clock is set back or
 * forward between start and end, both have their offsets, so that two different times never read alike.
 */
export function writeWhen(reader: Reader, { start, end }: { start: number; end: number }): string {
  const { timeZone } = reader;
  const clock = createClock(reader);
  const [from, to] = [clock.offset(start), clock.offset(end)];
  const [date, lastDate] = [localDate(start, timeZone), localDate(end, timeZone)];
  const write = (at: number, offset: string) =>
    from === to ? clock.time(at) : `${clock.time(at)} ${offset}`;
  const last = lastDate === date ? "" : `${dayWithYear(reader, end)}, `;
  const dash = from === to && last === "" ? "–" : " – ";
  const times = `${write(start, from)}${dash}${last}${write(end, to)}`;
  const zone = from === to ? `${cityOf(timeZone)} (${from})` : cityOf(timeZone);
  return `${dayWithYear(reader, start)}, ${times}, ${zone}`;
}

/** A moment with its zone, such as a deadline. */
export function writeMoment(reader: Reader, at: number): string {
  const clock = createClock(reader);
  const zone = `${cityOf(reader.timeZone)} (${clock.offset(at)})`;
  return `${dayWithYear(reader, at)}, ${clock.time(at)}, ${zone}`;
}

/** Whether clocks of the two zones show different times at the instant. */
export function differs([one, other]: readonly [string, string], at: number): boolean {
  const wall = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
  return wall(one) !== wall(other);
}

function dayWithYear({ tag, timeZone }: Reader, at: number): string {
  const year = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(at);
  return `${createClock({ tag, timeZone, isHour12: false }).day(localDate(at, timeZone))} ${year}`;
}
