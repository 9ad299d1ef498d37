import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Booking } from "./booking.ts";
import { BookingNotActive } from "./booking-not-active.ts";

/** Nobody can have stayed away from what has not begun. */
export class BookingNotBegun extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_BEGUN", "This meeting has not begun yet.");
  }
}

/** The booking, whose attendee did not come. */
export function recordNoShow(booking: Booking, now: Instant): Booking {
  if (booking.state !== "CONFIRMED") throw new BookingNotActive();
  if (now < booking.start) throw new BookingNotBegun();
  return { ...booking, noShowAt: now };
}

/** The booking, whose attendee came after all. */
export function undoNoShow(booking: Booking): Booking {
  return { ...booking, noShowAt: null };
}
