/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Half-open: `start` belongs to it, `end` does not. Touching intervals do not overlap. */
export type Interval = { readonly start: Instant; readonly end: Instant };

/** Whether two half-open intervals share a moment. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
