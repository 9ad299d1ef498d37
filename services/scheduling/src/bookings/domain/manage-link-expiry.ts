import { day, type Instant } from "@tidbok/domain";

const validFor = 90 * day;

/** The instant until which the manage link of a booking with this end is valid. */
export function manageLinkExpiry(end: Instant): Instant {
  return end + validFor;
}

/** The end of the bookings with manage links that expire now. */
export function lastEndOfLinks(now: Instant): Instant {
  return now - validFor;
}
