import type { ManagedBookingFragment } from "../../generated/graphql.ts";

/** What a page of a booking is about. */
export type PageState =
  "pending" | "confirmed" | "cancelled" | "declined" | "past" | "proposed" | "asked" | "moved";

/**
 * The one thing that the page says first. An open proposal comes before all that can still be changed, since it waits for an
 * answer: `proposed` by the host, `asked` by the attendee.
 */
export function pageStateOf(booking: ManagedBookingFragment, now: number): PageState {
  const { state, proposal, history, endAt } = booking;
  if (state === "CANCELLED") return "cancelled";
  if (state === "DECLINED") return "declined";
  if (state === "COMPLETED" || state === "NO_SHOW" || Date.parse(endAt) <= now) return "past";
  if (proposal?.state === "OPEN") return proposal.by === "ATTENDEE" ? "asked" : "proposed";
  if (state === "PENDING") return "pending";
  return history.nodes.some(({ kind }) => kind === "RESCHEDULED") ? "moved" : "confirmed";
}

/** Whether anything about the booking can still change. */
export function isOpen(state: PageState): boolean {
  return !["cancelled", "declined", "past"].includes(state);
}

/** Until when the attendee may cancel or move it; null while nothing but its end sets a limit. */
export function changeUntil(booking: ManagedBookingFragment): number | null {
  const { state, changeNoticeMinutes, startAt } = booking;
  if (state !== "CONFIRMED" || changeNoticeMinutes === 0) return null;
  return Date.parse(startAt) - changeNoticeMinutes * 60_000;
}
