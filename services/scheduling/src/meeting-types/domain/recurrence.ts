import { zoneNamed } from "@tidbok/availability";
import { day, input, type Instant } from "@tidbok/domain";
import { z } from "zod";

/** The frequencies of a series: RFC 5545's FREQ. */
export const frequencies = ["DAILY", "WEEKLY", "MONTHLY"] as const;

/** How many bookings one series has at most. */
export const mostOccurrences = 52;

/** The recurrence of a series in the input: RFC 5545's FREQ, INTERVAL and COUNT, in wall time of a time zone. */
export const recurrenceInput = z.strictObject({
  frequency: z.enum(frequencies),
  interval: z.int().min(1).max(12).default(1),
  count: z.int().min(2).max(mostOccurrences),
  timeZone: input.timeZone.nullish(),
});

/** The recurrence of a series. */
export type Recurrence = {
  readonly frequency: (typeof frequencies)[number];
  readonly interval: number;
  readonly count: number;
  /** The starts keep their wall time in this time zone when the clocks change. */
  readonly timeZone: string;
};

/**
 * The starts of a series: the first one itself, the others at its wall time. By RFC 5545 a wall time that the clocks
 * skip moves behind the gap, a wall time that occurs twice means the first, and a month without the day is skipped and
 * not counted.
 */
export function startsOf(first: Instant, recurrence: Recurrence): readonly Instant[] {
  const zone = zoneNamed(recurrence.timeZone);
  const wall = first + zone.offsetAt(first);
  const starts = [first];
  // A leap day recurs every fourth year, and once after eight, so at most eight steps lead to one start.
  const last = recurrence.count * 8;
  for (let n = 1; starts.length < recurrence.count && n <= last; n += 1) {
    const steps = n * recurrence.interval;
    const next = wallAfter(wall, { steps, frequency: recurrence.frequency });
    if (next !== null) starts.push(zone.instantOf(next));
  }
  return starts;
}

function wallAfter(
  wall: number,
  { steps, frequency }: { readonly steps: number } & Pick<Recurrence, "frequency">,
): number | null {
  if (frequency === "DAILY") return wall + steps * day;
  if (frequency === "WEEKLY") return wall + steps * 7 * day;
  const date = new Date(wall);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + steps);
  // 31 February rolls over into March.
  return date.getUTCDate() === dayOfMonth ? date.getTime() : null;
}
