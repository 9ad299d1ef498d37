/** A minute, in milliseconds. */
export const minute = 60_000;

/** A calendar day of 24 hours, in milliseconds of wall time; never of elapsed time. */
export const day = 1_440 * minute;
