import { DomainError } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";

/** The booking was cancelled or declined, or is over. */
export class BookingNotActive extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_ACTIVE", "This booking was cancelled or declined, or is over.");
  }
}

/** The booking waits for no answer, or no longer. */
export class BookingNotPending extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_PENDING", "This booking does not wait for an answer, or no longer does.");
  }
}

/** A no-show can be recorded from the start of the meeting on. */
export class BookingNotBegun extends DomainError<ErrorCode> {
  constructor() {
    super("BOOKING_NOT_BEGUN", "This meeting has not begun yet.");
  }
}

/** An attendee may cancel only until some time before the start. */
export class CancellationTooLate extends DomainError<ErrorCode> {
  constructor(changeNoticeMinutes: number) {
    const message = "It is too late to cancel this booking; please contact the host.";
    super("CANCELLATION_TOO_LATE", message, { changeNoticeMinutes });
  }
}

/** An attendee may move a booking only until some time before the start. */
export class ReschedulingTooLate extends DomainError<ErrorCode> {
  constructor(changeNoticeMinutes: number) {
    const message = "It is too late to move this booking; please contact the host.";
    super("RESCHEDULING_TOO_LATE", message, { changeNoticeMinutes });
  }
}
