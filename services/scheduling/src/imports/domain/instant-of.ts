import { zoneNamed } from "@tidbok/availability";
import { isTimeZone, type Instant } from "@tidbok/domain";
import type { GivenTime, ImportProblemCode } from "./booking-file.ts";

const pattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00(?:\.0{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i;

/** The instant of a time, or why there is none. A time without an offset is of the zone; one that occurs twice is the first. */
export function instantOf(
  given: GivenTime | string,
  zoneOfFile: string,
): { readonly instant: Instant } | { readonly code: ImportProblemCode } {
  const time = typeof given === "string" ? readTime(given) : given;
  if (time === null) return { code: "WRONG_FORMAT" };
  if ("instant" in time) return wholeMinute(time.instant);
  const name = time.timeZone ?? zoneOfFile;
  if (!isTimeZone(name)) return { code: "UNKNOWN_TIME_ZONE" };
  const zone = zoneNamed(name);
  const instant = zone.instantOf(time.wall);
  // The clocks of the zone were set forward past it.
  if (instant + zone.offsetAt(instant) !== time.wall) return { code: "NO_SUCH_TIME" };
  return wholeMinute(instant);
}

function readTime(text: string): GivenTime | null {
  const [, date, time, offset] = pattern.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const wall = Date.parse(`${date}T${time}:00Z`);
  // 2027-02-30 would be the second of March.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) return null;
  if (offset === undefined) return { wall, timeZone: null };
  const instant = Date.parse(`${date}T${time}:00${offset.toUpperCase()}`);
  return Number.isNaN(instant) ? null : { instant };
}

function wholeMinute(instant: Instant) {
  if (Number.isNaN(instant)) return { code: "WRONG_FORMAT" } as const;
  return instant % 60_000 === 0 ? { instant } : ({ code: "WRONG_FORMAT" } as const);
}
