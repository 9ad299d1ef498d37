import type { Instant } from "@tidbok/domain";
import { BookingNotActive, BookingNotBegun } from "./booking-errors.ts";
import type { Booking } from "./booking.ts";

/** The booking, with the note that the attendee did not come. */
export function recordNoShow(booking: Booking, now: Instant): Booking {
  if (booking.state !== "CONFIRMED") throw new BookingNotActive();
  if (now < booking.start) throw new BookingNotBegun();
  return { ...booking, noShowAt: now };
}

/** The booking, without that note. */
export function undoNoShow(booking: Booking): Booking {
  return { ...booking, noShowAt: null };
}
