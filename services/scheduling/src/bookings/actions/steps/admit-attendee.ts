import { BookingMade } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import type { NewAttendee } from "../../domain/attendee.ts";
import type { Booking, BookingParty } from "../../domain/booking.ts";
import type { NewGuest } from "../../domain/guest.ts";
import { inviteGuests } from "./invite-guests.ts";

/** Writes who attends a booking that has its time, and tells of it. */
export async function admitAttendee(
  { store, now, traceparent }: Pick<Context, "store" | "now" | "traceparent">,
  made: {
    readonly booking: Booking;
    readonly attendee: NewAttendee;
    readonly by: BookingParty;
    readonly byId: string;
    /** Whether the news of the first of its series is of this one, too. */
    readonly isFollowing?: boolean;
    readonly guests?: readonly NewGuest[];
  },
): Promise<void> {
  const { booking, attendee, by, byId, isFollowing = false, guests = [] } = made;
  const { id: bookingId, organizationId, hostIds, attendeeIds } = booking;
  await store.attendees.insert(attendee);
  const guestIds = await inviteGuests({ store, now }, { booking, guests, invitedById: byId });
  await store.changes.append({ kind: "MADE", booking, by, byId, now });
  await store.outbox.append(
    BookingMade,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    {
      bookingId,
      organizationId,
      hostIds: [...hostIds],
      attendeeIds: [...attendeeIds],
      ...(guestIds.length > 0 && { guestIds: [...guestIds] }),
      isPending: booking.state === "PENDING",
      ...(isFollowing && { isFollowing }),
    },
  );
}
