import { DomainError } from "@tidbok/domain";

export class BookingsInTheWay extends DomainError {
  constructor(bookingIds: readonly string[]) {
    super("BOOKINGS_IN_THE_WAY", "Meetings are booked or being booked in this time.", {
      bookingIds,
    });
  }
}
