/** A second, in milliseconds. */
export const second = 1_000;

/** A minute, in milliseconds. */
export const minute = 60 * second;

/** An hour, in milliseconds. */
export const hour = 60 * minute;

/** A day of 24 hours, in milliseconds; a calendar day may have 23 or 25. */
export const day = 24 * hour;
