import { zoneNamed } from "@tidbok/availability";
import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";

const day = 24 * 60 * 60_000;

/** How often a series comes: RFC 5545's FREQ. */
export const frequencies = ["DAILY", "WEEKLY", "MONTHLY"] as const;

/** How many bookings one series has at most. */
export const mostOccurrences = 52;

/** When a series comes, as it is sent: RFC 5545's FREQ, INTERVAL and COUNT, on the wall of a zone. */
export const recurrenceInput = z.strictObject({
  frequency: z.enum(frequencies),
  interval: z.int().min(1).max(12).default(1),
  count: z.int().min(2).max(mostOccurrences),
  timeZone: input.timeZone.nullish(),
});

/** When a series comes. */
export type Recurrence = {
  readonly frequency: (typeof frequencies)[number];
  readonly interval: number;
  readonly count: number;
  /** Whose wall time is kept when the clocks change. */
  readonly timeZone: string;
};

/**
 * The starts of a series, the first as it is given, all others at its wall time. By RFC 5545 a wall time
 * that the clocks skip falls after the gap, one that comes twice is the first, and a month without the
 * day is left out and not counted.
 */
export function startsOf(first: Instant, recurrence: Recurrence): readonly Instant[] {
  const zone = zoneNamed(recurrence.timeZone);
  const wall = first + zone.offsetAt(first);
  const starts = [first];
  // A leap day comes every fourth year, and once after eight.
  const last = recurrence.count * 8;
  for (let n = 1; starts.length < recurrence.count && n <= last; n += 1) {
    const next = wallAfter(wall, n * recurrence.interval, recurrence.frequency);
    if (next !== null) starts.push(zone.instantOf(next));
  }
  return starts;
}

// Three words for one step: where from, how far, and of what.
// eslint-disable-next-line tidbok/one-object
function wallAfter(wall: number, steps: number, frequency: Recurrence["frequency"]): number | null {
  if (frequency === "DAILY") return wall + steps * day;
  if (frequency === "WEEKLY") return wall + steps * 7 * day;
  const date = new Date(wall);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + steps);
  // 31 February rolls over into March.
  return date.getUTCDate() === dayOfMonth ? date.getTime() : null;
}
