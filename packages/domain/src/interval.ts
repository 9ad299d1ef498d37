/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Half-open: `start` belongs to it, `end` does not. Touching intervals do not overlap. */
export type Interval = { readonly start: Instant; readonly end: Instant };
