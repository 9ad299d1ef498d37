import { zoneNamed } from "@tidbok/availability";
import { canonicalTimeZone, minute, type Instant } from "@tidbok/domain";
import type { FileTime, ImportProblemCode } from "./booking-file.ts";

const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00(?:\.0{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * The instant of a time, or the code of the problem. A time without an offset is a wall time of the zone; for a wall
 * time that occurs twice, when clocks are set back, it is the first one.
 */
export function instantOf(
  value: FileTime | string,
  zoneOfFile: string,
): { readonly instant: Instant } | { readonly code: ImportProblemCode } {
  const time = typeof value === "string" ? readTime(value) : value;
  if (time === null) return { code: "WRONG_FORMAT" };
  if ("instant" in time) return wholeMinute(time.instant);
  const name = canonicalTimeZone(time.timeZone ?? zoneOfFile);
  if (name === null) return { code: "UNKNOWN_TIME_ZONE" };
  const zone = zoneNamed(name);
  const instant = zone.instantOf(time.wall);
  // The clocks of the zone were set forward past this wall time.
  if (instant + zone.offsetAt(instant) !== time.wall) return { code: "NO_SUCH_TIME" };
  return wholeMinute(instant);
}

function readTime(text: string): FileTime | null {
  const [, date, time, offset] = pattern.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const wall = Date.parse(`${date}T${time}:00Z`);
  // Date.parse reads 2027-02-30 as the second of March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) return null;
  if (offset === undefined) return { wall, timeZone: null };
  const instant = Date.parse(`${date}T${time}:00${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? null : { instant };
}

function wholeMinute(instant: Instant) {
  if (Number.isNaN(instant)) return { code: "WRONG_FORMAT" } as const;
  return instant % minute === 0 ? { instant } : ({ code: "WRONG_FORMAT" } as const);
}
