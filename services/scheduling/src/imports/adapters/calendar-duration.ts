import type { Zone } from "@tidbok/availability";
import { day, hour, minute, second, type Instant } from "@tidbok/domain";

/** A duration (RFC 5545 3.3.6): days keep the wall time, and the rest is exact, in milliseconds. */
export type CalendarDuration = { readonly days: number; readonly exact: number };

const pattern = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Null for a text without a duration. */
export function durationOf(text: string): CalendarDuration | null {
  const found = pattern.exec(text.trim());
  if (!found) return null;
  const sign = found[1] === "-" ? -1 : 1;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((digits: string | undefined) => sign * Number(digits ?? 0));
  return { days: weeks * 7 + days, exact: hours * hour + minutes * minute + seconds * second };
}

/** The instant at which something ends that begins at this wall time. */
export function endAfter(
  { wall, zone }: { readonly wall: number; readonly zone: Zone },
  { days, exact }: CalendarDuration,
): Instant {
  return zone.instantOf(wall + days * day) + exact;
}
