import { cityOf } from "../../time/city-of.ts";
import { createClock, type Clock, type Reading } from "../../time/create-clock.ts";
import { localDate } from "../../time/local-date.ts";

/**
 * A meeting's time with its zone: "Tuesday 1 December 2026, 09:00–09:30, Stockholm (GMT+1)". Where the clock is set back or
 * forward between start and end, both have their offsets, so that two different times never read alike.
 */
export function writeWhen(
  reading: Reading,
  { start, end }: { start: number; end: number },
): string {
  const { timeZone } = reading;
  const clock = createClock(reading);
  const [from, to] = [clock.offset(start), clock.offset(end)];
  const [date, lastDate] = [localDate(start, timeZone), localDate(end, timeZone)];
  const write = (at: number, offset: string) =>
    from === to ? clock.time(at) : `${clock.time(at)} ${offset}`;
  const last = lastDate === date ? "" : `${dayWithYear(clock, { timeZone, at: end })}, `;
  const dash = from === to && last === "" ? "–" : " – ";
  const times = `${write(start, from)}${dash}${last}${write(end, to)}`;
  const zone = from === to ? `${cityOf(timeZone)} (${from})` : cityOf(timeZone);
  return `${dayWithYear(clock, { timeZone, at: start })}, ${times}, ${zone}`;
}

/** A moment with its zone, such as a deadline. */
export function writeMoment(reading: Reading, at: number): string {
  const { timeZone } = reading;
  const clock = createClock(reading);
  const zone = `${cityOf(timeZone)} (${clock.offset(at)})`;
  return `${dayWithYear(clock, { timeZone, at })}, ${clock.time(at)}, ${zone}`;
}

/** Whether clocks of the two zones show different times at the instant. */
export function differs([one, other]: readonly [string, string], at: number): boolean {
  const wall = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
  return wall(one) !== wall(other);
}

function dayWithYear(clock: Clock, { timeZone, at }: { timeZone: string; at: number }): string {
  const year = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" }).format(at);
  return `${clock.day(localDate(at, timeZone))} ${year}`;
}
