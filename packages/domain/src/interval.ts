/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Half-open: `start` belongs to it, `end` does not. Touching intervals do not overlap. */
export type Interval = { readonly start: Instant; readonly end: Instant };

/** Every time that comes in lies in it, 1970 to 2199: other years are slips, and zone data says nothing of them. */
export const knownTime: Interval = { start: 0, end: Date.UTC(2200, 0, 1) };

/** Whether the number is whole milliseconds from 1970 to 2199. */
export function isKnownInstant(value: number): boolean {
  return Number.isInteger(value) && value >= knownTime.start && value < knownTime.end;
}
