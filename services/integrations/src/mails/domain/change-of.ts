import type { Delivery } from "../../deliveries/domain/delivery.ts";
import type { BookingFacts } from "./facts.ts";
import type { Change, AnyChange } from "./words-for.ts";

type News = Pick<Delivery, "kind" | "sequence">;

/** What there is to tell: the news, in the light of what the booking is by now. */
export function changeOf({ kind }: News, { state }: BookingFacts): Change {
  if (kind === "BOOKING_RESCHEDULED") return state === "PENDING" ? "MOVE_REQUESTED" : "RESCHEDULED";
  if (kind === "BOOKING_REASSIGNED") return "REASSIGNED";
  if (kind === "BOOKING_TIMES_PROPOSED") return "TIMES_PROPOSED";
  if (kind === "BOOKING_TIMES_DECLINED") return "TIMES_DECLINED";
  if (kind === "BOOKING_CANCELLED") return "CANCELLED";
  if (kind === "BOOKING_DECLINED") return "DECLINED";
  if (kind === "BOOKING_CONFIRMED") return "CONFIRMED";
  return kind === "BOOKING_REQUESTED" ? "REQUESTED" : "MADE";
}

/** Whether the news is that the meeting does not take place. */
export function isOff(change: AnyChange): boolean {
  return change === "CANCELLED" || change === "DECLINED";
}

/** Whether the meeting stays what it is, and there is only something to talk about. */
export function isTalk(change: AnyChange): boolean {
  return change === "TIMES_PROPOSED" || change === "TIMES_DECLINED";
}

/** Whether newer news says all that there is to say. */
export function isOvertaken(
  change: Change,
  { delivery, booking }: { readonly delivery: News; readonly booking: BookingFacts },
): boolean {
  if (isOff(change)) return false;
  if (booking.state === "CANCELLED" || booking.state === "DECLINED") return true;
  if (change === "TIMES_PROPOSED" && booking.proposedStarts.length === 0) return true;
  if (change === "REQUESTED") return booking.state !== "PENDING";
  // An attendee has moved it since, and its host is asked again.
  if (change === "MADE" || change === "CONFIRMED") return booking.state === "PENDING";
  return booking.sequence > (delivery.sequence ?? 0);
}
