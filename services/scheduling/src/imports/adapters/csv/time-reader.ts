import { day, hour, minute, second } from "@tidbok/domain";
import type { FileTime } from "../../domain/booking-file.ts";
import { dateReader, type ReadDate } from "./date-reader.ts";

// Longer texts are no times, and would be searched for long.
const longest = 100;

/** A time of a table, or the reason why it is none. */
export type ReadTime = FileTime | "AMBIGUOUS_DATE" | "WRONG_FORMAT";

const clock = String.raw`(\d{1,2})(?::(\d\d)(?::(\d\d)(?:\.0+)?)?)?(?:\s*([ap])\.?m\.?)?`;
const dateAndTime = new RegExp(
  String.raw`^(.*\d)(?:\s*,\s*|\s+at\s+|[T\s]\s*)${clock}\s*(Z|UTC|GMT|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$`,
  "i",
);

/**
 * Reads the times of a table: ISO 8601 or a date as people write it, and a clock of 24 or 12 hours. 24:00 is the end of
 * its day. Whether 3/4/2027 is in March or in April is decided by the other dates of the table alone.
 */
export function timeReader(texts: readonly string[]): (text: string) => ReadTime {
  const parts = texts.map(partsOf);
  const readDate = dateReader(parts.flatMap((part) => (part ? [part.date] : [])));
  return (text) => {
    const part = partsOf(text);
    return part ? timeOf(readDate(part.date), part) : "WRONG_FORMAT";
  };
}

type Parts = { readonly date: string; readonly time: number; readonly offset: string | undefined };

function partsOf(text: string): Parts | null {
  if (text.length > longest) return null;
  const match = dateAndTime.exec(text.replace(/\p{Zs}+/gu, " ").trim());
  if (!match) return null;
  const [, date = "", hours, minutes, seconds = "0", half, offset] = match;
  // A number alone is no time.
  if (minutes === undefined && half === undefined) return null;
  const time = timeOfDay({ hours: Number(hours), minutes: Number(minutes ?? 0), half });
  const ofMinute = Number(seconds);
  return time === null || ofMinute > 59 ? null : { date, time: time + ofMinute * second, offset };
}

function timeOfDay({
  hours,
  minutes,
  half,
}: {
  readonly hours: number;
  readonly minutes: number;
  readonly half: string | undefined;
}): number | null {
  if (minutes > 59) return null;
  if (half === undefined) {
    const isOfDay = hours < 24 || (hours === 24 && minutes === 0);
    return isOfDay ? hours * hour + minutes * minute : null;
  }
  if (hours < 1 || hours > 12) return null;
  const noon = half.toLowerCase() === "p" ? 12 : 0;
  return ((hours % 12) + noon) * hour + minutes * minute;
}

function timeOf(date: ReadDate, { time, offset }: Parts): ReadTime {
  if (typeof date === "string") return date;
  const wall = date.day * day + time;
  return offset === undefined ? { wall, timeZone: null } : { instant: wall - offsetOf(offset) };
}

function offsetOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute);
}
