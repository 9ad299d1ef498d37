import type { Instant } from "@tidbok/domain";

const validFor = 90 * 24 * 60 * 60_000;

/** Until when an attendee's link opens a booking that ends then. */
export function manageLinkExpiry(end: Instant): Instant {
  return end + validFor;
}

/** The end of the bookings whose links expire now. */
export function lastEndOfLinks(now: Instant): Instant {
  return now - validFor;
}
