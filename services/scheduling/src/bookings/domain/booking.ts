import type { Instant, Interval } from "@tidbok/domain";
import { BookingNotActive, BookingNotPending } from "./booking-errors.ts";
import type { Location } from "../../meeting-types/domain/location.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** What can be decided of a booking; the first two take time. */
export const bookingStates = ["PENDING", "CONFIRMED", "DECLINED", "CANCELLED"] as const;

/** Whether a booking takes place. */
export type BookingState = (typeof bookingStates)[number];

/** What people are told of a booking: what was decided, what time has done to it, and whether anybody came. */
export const shownStates = [...bookingStates, "COMPLETED", "NO_SHOW"] as const;

/** What people are told of a booking. */
export type ShownState = (typeof shownStates)[number];

/** A side of a booking that somebody acts on. */
export type BookingParty = "HOST" | "ATTENDEE" | "ADMIN";

/** Who changes a booking: one of its sides, or nobody, since a time ran out. */
export type ChangedBy = BookingParty | "SYSTEM";

/** An appointment. It holds nothing about its attendee. */
export type Booking = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  readonly state: BookingState;
  readonly start: Instant;
  readonly end: Instant;
  /** iCalendar's SEQUENCE: clients ignore an update whose number is not higher than theirs. */
  readonly sequence: number;
  readonly location: Location;
  /** In the order of the meeting type; the first is the organizer. */
  readonly hostIds: readonly string[];
  /** Ids only; who they are is with the attendees. */
  readonly attendeeIds: readonly string[];
  /** Whom the attendee or a host has invited, and who have not left. */
  readonly guestIds: readonly string[];
  readonly createdAt: Instant;
  /** Also of one that was declined: from then on it does not take place. */
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: ChangedBy | null;
  /** PENDING: from this instant on it is too late to confirm it. */
  readonly answerBy: Instant | null;
  /** With which others it was made at once; null where it was made alone. */
  readonly seriesId: string | null;
  /** Until how long before the start an attendee may cancel and move, as it was said when this was booked; 0: until the end. */
  readonly changeNoticeMinutes: number;
  /** When a host noted that the attendee did not come. */
  readonly noShowAt: Instant | null;
};

type Confirmation = Pick<MeetingType, "needsConfirmation" | "confirmWithinMinutes">;

/** A meeting that is booked, and takes place once it is confirmed where it has to be. */
export function makeBooking(made: {
  readonly id: string;
  readonly meetingType: Confirmation &
    Pick<MeetingType, "id" | "organizationId" | "location" | "changeNoticeMinutes">;
  readonly slot: Interval & { readonly hostIds: readonly string[] };
  readonly attendeeIds: readonly string[];
  readonly seriesId?: string;
  readonly now: Instant;
}): Booking {
  const { id, meetingType, slot, attendeeIds, seriesId = null, now } = made;
  return {
    id,
    organizationId: meetingType.organizationId,
    meetingTypeId: meetingType.id,
    state: meetingType.needsConfirmation ? "PENDING" : "CONFIRMED",
    start: slot.start,
    end: slot.end,
    sequence: 0,
    location: meetingType.location,
    hostIds: slot.hostIds,
    attendeeIds,
    guestIds: [],
    createdAt: now,
    cancelledAt: null,
    cancelledBy: null,
    answerBy: meetingType.needsConfirmation ? lastAnswer(slot, { meetingType, now }) : null,
    seriesId,
    changeNoticeMinutes: meetingType.changeNoticeMinutes,
    noShowAt: null,
  };
}

/**
 * The booking at another time. Where hosts want to be asked they are asked again when an attendee
 * moves it: else a yes to one time would be one to all.
 */
export function move(
  booking: Booking,
  to: {
    readonly slot: Interval;
    readonly by: BookingParty;
    readonly meetingType: Confirmation;
    readonly now: Instant;
  },
): Booking {
  const { start, end } = to.slot;
  const isAsked =
    booking.state === "PENDING" || (to.by === "ATTENDEE" && to.meetingType.needsConfirmation);
  return {
    ...booking,
    start,
    end,
    sequence: booking.sequence + 1,
    state: isAsked ? "PENDING" : "CONFIRMED",
    answerBy: isAsked ? lastAnswer(to.slot, to) : null,
  };
}

/** The booking, which a host has said yes to. */
export function confirm(booking: Booking): Booking {
  return { ...booking, state: "CONFIRMED", sequence: booking.sequence + 1, answerBy: null };
}

/** The booking, cancelled by one side. */
export function cancel(
  booking: Booking,
  { by, now }: { readonly by: BookingParty; readonly now: Instant },
): Booking {
  return { ...ended(booking, { by, now }), state: "CANCELLED" };
}

/** The booking, which was asked for and is not given. */
export function decline(
  booking: Booking,
  { by, now }: { readonly by: ChangedBy; readonly now: Instant },
): Booking {
  return { ...ended(booking, { by, now }), state: "DECLINED" };
}

/** What is told of the booking at this instant. Nothing has to happen for a meeting to be over. */
export function shownState({ state, noShowAt, end }: Booking, now: Instant): ShownState {
  if (noShowAt !== null) return "NO_SHOW";
  return state === "CONFIRMED" && end <= now ? "COMPLETED" : state;
}

/** Whether nobody has answered a booking in time. */
export function isUnanswered({ state, answerBy }: Booking, now: Instant): boolean {
  return state === "PENDING" && answerBy !== null && answerBy <= now;
}

/** Refuses an answer to what waits for none, or not any more. */
export function requirePending(booking: Booking, now: Instant): void {
  if (booking.state !== "PENDING" || isUnanswered(booking, now)) throw new BookingNotPending();
}

/** Refuses what comes too late: a booking that was cancelled or is over stays as it is. */
export function requireActive(booking: Booking, now: Instant): void {
  if (!isActive(booking, now)) throw new BookingNotActive();
}

/** Whether a booking can still be moved and cancelled. */
export function isActive({ state, noShowAt, end }: Booking, now: Instant): boolean {
  const isOff = state === "CANCELLED" || state === "DECLINED";
  return !isOff && noShowAt === null && end > now;
}

function ended(
  booking: Booking,
  { by, now }: { readonly by: ChangedBy; readonly now: Instant },
): Booking {
  const sequence = booking.sequence + 1;
  return { ...booking, sequence, cancelledAt: now, cancelledBy: by, answerBy: null };
}

// A yes that comes when the meeting should have begun helps nobody.
function lastAnswer(
  { start }: Interval,
  { meetingType, now }: { readonly meetingType: Confirmation; readonly now: Instant },
): Instant {
  return Math.min(start, now + meetingType.confirmWithinMinutes * 60_000);
}
