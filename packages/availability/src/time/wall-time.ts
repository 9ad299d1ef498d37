import { day } from "@tidbok/domain";

/** A date on a host's calendar, `2027-02-02`; it has no instant until a zone is named. */
export type LocalDate = string;

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Days from 1970-01-01 to the date, or NaN where the text is no date (`2027-02-30`). */
export function dayNumber(date: LocalDate): number {
  const parts = datePattern.exec(date);
  if (parts === null) return Number.NaN;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  const midnight = new Date(Date.UTC(year, month, dayOfMonth));
  // Date.UTC rolls over (February 30 becomes March 2) and takes years below 100 for 19xx.
  const isExact =
    midnight.getUTCDate() === dayOfMonth &&
    midnight.getUTCMonth() === month &&
    midnight.getUTCFullYear() === year;
  return isExact ? midnight.getTime() / day : Number.NaN;
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export function dayOfWeek(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the month that the day lies in, `months` later. */
export function startOfMonth(number: number, months = 0): number {
  const date = new Date(number * day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / day;
}

/** The Monday of the ISO week that the day lies in. */
export function startOfWeek(number: number): number {
  return number - dayOfWeek(number) + 1;
}

/** A wall time, `09:00`. As the end of a window `24:00` is the midnight that closes the day. */
export type LocalTime = string;

const timePattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes from 00:00, 0 to 1440, or NaN where the text is no wall time. */
export function minuteOfDay(time: LocalTime): number {
  const parts = timePattern.exec(time);
  if (parts === null) return Number.NaN;
  return parts[1] === undefined ? 1_440 : Number(parts[1]) * 60 + Number(parts[2]);
}
