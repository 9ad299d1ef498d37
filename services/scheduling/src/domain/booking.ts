import type { Instant, Interval } from "@tidbok/domain";
import { BookingNotActive } from "./booking-not-active.ts";
import type { Location } from "./location.ts";
import type { MeetingType } from "./meeting-type.ts";

/** The states of a booking, and which of them take time. */
export const bookingStates = ["PENDING", "CONFIRMED", "CANCELLED"] as const;

/** Whether a booking takes place. */
export type BookingState = (typeof bookingStates)[number];

/** A side of a booking. */
export type BookingParty = "HOST" | "ATTENDEE" | "ADMIN";

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
  readonly createdAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: BookingParty | null;
};

/** A meeting that is booked, and takes place unless somebody says otherwise. */
export function makeBooking(made: {
  readonly id: string;
  readonly meetingType: Pick<MeetingType, "id" | "organizationId" | "location">;
  readonly slot: Interval & { readonly hostIds: readonly string[] };
  readonly attendeeIds: readonly string[];
  readonly now: Instant;
}): Booking {
  const { id, meetingType, slot, attendeeIds, now } = made;
  return {
    id,
    organizationId: meetingType.organizationId,
    meetingTypeId: meetingType.id,
    state: "CONFIRMED",
    start: slot.start,
    end: slot.end,
    sequence: 0,
    location: meetingType.location,
    hostIds: slot.hostIds,
    attendeeIds,
    createdAt: now,
    cancelledAt: null,
    cancelledBy: null,
  };
}

/** The booking at another time. */
export function move(booking: Booking, { start, end }: Interval): Booking {
  return { ...booking, start, end, sequence: booking.sequence + 1 };
}

/** The booking, cancelled by one side. */
export function cancel(
  booking: Booking,
  { by, now }: { readonly by: BookingParty; readonly now: Instant },
): Booking {
  const sequence = booking.sequence + 1;
  return { ...booking, state: "CANCELLED", sequence, cancelledAt: now, cancelledBy: by };
}

/** Refuses what comes too late: a booking that was cancelled or is over stays as it is. */
export function requireActive(booking: Booking, now: Instant): void {
  if (booking.state === "CANCELLED" || booking.end <= now) throw new BookingNotActive();
}
