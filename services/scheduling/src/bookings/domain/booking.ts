import { minute, type Instant, type Interval } from "@tidbok/domain";
import { BookingNotActive, BookingNotPending } from "./booking-errors.ts";
import type { Location, MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/** The stored states of a booking; the first two take time. */
export const bookingStates = ["PENDING", "CONFIRMED", "DECLINED", "CANCELLED"] as const;

/** The stored state of a booking. */
export type BookingState = (typeof bookingStates)[number];

/** The shown states of a booking: the stored ones, and those that follow from time and from a no-show. */
export const shownStates = [...bookingStates, "COMPLETED", "NO_SHOW"] as const;

/** The shown state of a booking. */
export type ShownState = (typeof shownStates)[number];

/** A side of a booking. */
export type BookingParty = "HOST" | "ATTENDEE" | "ADMIN";

/** The side that changes a booking; SYSTEM when a time limit ran out. */
export type ChangedBy = BookingParty | "SYSTEM";

/** An appointment. It holds no personal data of its attendee. */
export type Booking = {
  readonly id: string;
  readonly organizationId: string;
  readonly meetingTypeId: string;
  readonly state: BookingState;
  readonly start: Instant;
  readonly end: Instant;
  /** iCalendar's SEQUENCE: clients ignore an update unless its number is higher than theirs. */
  readonly sequence: number;
  readonly location: Location;
  /** In the order of the meeting type; the first is the organizer. */
  readonly hostIds: readonly string[];
  /** Ids only; the personal data is in the rows of the attendees. */
  readonly attendeeIds: readonly string[];
  /** The guests that have not left. */
  readonly guestIds: readonly string[];
  readonly createdAt: Instant;
  /** Set for declined bookings, too: from then on the meeting does not take place. */
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: ChangedBy | null;
  /** PENDING: from this instant on the booking cannot be confirmed. */
  readonly answerBy: Instant | null;
  /** The series with which it was made, or null. */
  readonly seriesId: string | null;
  /** How long before the start an attendee may last cancel and move, as told on booking; 0: until the end. */
  readonly changeNoticeMinutes: number;
  /** The instant at which a host noted that the attendee did not come. */
  readonly noShowAt: Instant | null;
};

type Confirmation = Pick<MeetingType, "needsConfirmation" | "confirmWithinMinutes">;

/** A new booking; it waits for a confirmation if the meeting type needs one. */
export function makeBooking(parts: {
  readonly id: string;
  readonly meetingType: Confirmation &
    Pick<MeetingType, "id" | "organizationId" | "location" | "changeNoticeMinutes">;
  readonly slot: Interval & { readonly hostIds: readonly string[] };
  readonly attendeeIds: readonly string[];
  readonly seriesId?: string;
  readonly now: Instant;
}): Booking {
  const { id, meetingType, slot, attendeeIds, seriesId = null, now } = parts;
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
 * The booking at another time. When an attendee moves it, a meeting type with confirmation needs a new one: the hosts
 * confirmed the old time only.
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
  const isPending =
    booking.state === "PENDING" || (to.by === "ATTENDEE" && to.meetingType.needsConfirmation);
  return {
    ...booking,
    start,
    end,
    sequence: booking.sequence + 1,
    state: isPending ? "PENDING" : "CONFIRMED",
    answerBy: isPending ? lastAnswer(to.slot, to) : null,
  };
}

/** The booking, confirmed. */
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

/** The booking, declined by a host or after its time limit. */
export function decline(
  booking: Booking,
  { by, now }: { readonly by: ChangedBy; readonly now: Instant },
): Booking {
  return { ...ended(booking, { by, now }), state: "DECLINED" };
}

/** The shown state at this instant. A meeting is over by time alone, without a write. */
export function shownState({ state, noShowAt, end }: Booking, now: Instant): ShownState {
  if (noShowAt !== null) return "NO_SHOW";
  return state === "CONFIRMED" && end <= now ? "COMPLETED" : state;
}

/** Whether the time limit for an answer has run out. */
export function isUnanswered({ state, answerBy }: Booking, now: Instant): boolean {
  return state === "PENDING" && answerBy !== null && answerBy <= now;
}

/** Throws BookingNotPending when the booking waits for no answer, or its time limit has run out. */
export function requirePending(booking: Booking, now: Instant): void {
  if (booking.state !== "PENDING" || isUnanswered(booking, now)) throw new BookingNotPending();
}

/** Throws BookingNotActive for a booking that was cancelled or declined, or is over. */
export function requireActive(booking: Booking, now: Instant): void {
  if (!isActive(booking, now)) throw new BookingNotActive();
}

/** Whether the booking can still be moved and cancelled. */
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

// A confirmation after the start of the meeting comes too late.
function lastAnswer(
  { start }: Interval,
  { meetingType, now }: { readonly meetingType: Confirmation; readonly now: Instant },
): Instant {
  return Math.min(start, now + meetingType.confirmWithinMinutes * minute);
}
