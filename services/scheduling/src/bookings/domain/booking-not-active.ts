import { DomainError } from "@tidbok/domain";

/** The booking was cancelled or declined, or is over. */
export class BookingNotActive extends DomainError {
  constructor() {
    super("BOOKING_NOT_ACTIVE", "This booking was cancelled or declined, or is over.");
  }
}
