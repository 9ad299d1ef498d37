import { zoneNamed } from "@tidbok/availability";
import { canonicalTimeZone, isKnownInstant, minute, type Instant } from "@tidbok/domain";
import type { FileTime, ImportProblemCode } from "./booking-file.ts";

/**
 * The instant of a time, or the code of the problem. A time without an offset is a wall time of the zone; for a wall
 * time that occurs twice, when clocks are set back, it is the first one. It lies between 1970 and 2199.
 */
export function instantOf(
  value: FileTime | string,
  zoneOfFile: string,
): { readonly instant: Instant } | { readonly code: ImportProblemCode } {
  if (typeof value === "string") return { code: "WRONG_FORMAT" };
  if ("instant" in value) return wholeMinute(value.instant);
  const name = canonicalTimeZone(value.timeZone ?? zoneOfFile);
  if (name === null) return { code: "UNKNOWN_TIME_ZONE" };
  // A zone keeps a table of each year that it is asked about.
  if (!isKnownInstant(value.wall)) return { code: "OUT_OF_RANGE" };
  const zone = zoneNamed(name);
  const instant = zone.instantOf(value.wall);
  // The clocks of the zone were set forward past this wall time.
  if (instant + zone.offsetAt(instant) !== value.wall) return { code: "NO_SUCH_TIME" };
  return wholeMinute(instant);
}

function wholeMinute(instant: Instant) {
  if (Number.isNaN(instant)) return { code: "WRONG_FORMAT" } as const;
  return instant % minute === 0 ? { instant } : ({ code: "WRONG_FORMAT" } as const);
}
