import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The booking was cancelled or declined, or is over. */
export class BookingNotActive extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_ACTIVE", "This booking was cancelled or declined, or is over.");
  }
}
