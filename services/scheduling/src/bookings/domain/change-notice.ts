import { DomainError, type Instant } from "@tidbok/domain";
import type { ErrorCode } from "../../error-codes.ts";
import type { Booking, BookingParty } from "./booking.ts";

/** An attendee may cancel only until some time before the start. */
export class CancellationTooLate extends DomainError<ErrorCode> {
  constructor(changeNoticeMinutes: number) {
    const message = "It is too late to cancel this booking; please get in touch with the host.";
    super("CANCELLATION_TOO_LATE", message, { changeNoticeMinutes });
  }
}

/** An attendee may move a booking only until some time before the start. */
export class ReschedulingTooLate extends DomainError<ErrorCode> {
  constructor(changeNoticeMinutes: number) {
    const message = "It is too late to move this booking; please get in touch with the host.";
    super("RESCHEDULING_TOO_LATE", message, { changeNoticeMinutes });
  }
}

/**
 * Whether it is too late for this side to cancel or move. Exactly at the limit it is not; what was
 * said when it was booked holds, whatever the meeting type says by now. Hosts are never late, and what no host has said yes to can always be withdrawn.
 */
export function isTooLate(
  booking: Booking,
  change: {
    readonly by: BookingParty;
    readonly now: Instant;
  },
): boolean {
  const { changeNoticeMinutes } = booking;
  if (change.by !== "ATTENDEE" || booking.state === "PENDING") return false;
  return changeNoticeMinutes > 0 && change.now > booking.start - changeNoticeMinutes * 60_000;
}
