import { minute, type Instant } from "@tidbok/domain";
import type { Booking, BookingParty } from "./booking.ts";

/**
 * Whether it is too late for this side to cancel or move the booking. Exactly at the limit it is not. The notice that
 * was told when it was booked holds, whatever the meeting type says now. Hosts are never late, and an attendee can
 * always withdraw a booking that waits for an answer.
 */
export function isTooLate(
  booking: Booking,
  { by, now }: { readonly by: BookingParty; readonly now: Instant },
): boolean {
  const { changeNoticeMinutes } = booking;
  if (by !== "ATTENDEE" || booking.state === "PENDING") return false;
  return changeNoticeMinutes > 0 && now > booking.start - changeNoticeMinutes * minute;
}
