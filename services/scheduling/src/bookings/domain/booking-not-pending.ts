import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The booking waits for no answer, or not any more. */
export class BookingNotPending extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_PENDING", "This booking does not wait for an answer, or not any more.");
  }
}
