import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** Bookings or holds take part of the time to block. Only the ids of the organization's own bookings are listed. */
export class BookingsInTheWay extends DomainError<ErrorCode> {
  constructor(bookingIds: readonly string[]) {
    super("BOOKINGS_IN_THE_WAY", "Bookings or holds take part of this time.", { bookingIds });
  }
}
