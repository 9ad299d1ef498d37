import { DomainError } from "@tidbok/domain";

/** The booking waits for no answer, or not any more. */
export class BookingNotPending extends DomainError {
  constructor() {
    super("BOOKING_NOT_PENDING", "This booking does not wait for an answer, or not any more.");
  }
}
