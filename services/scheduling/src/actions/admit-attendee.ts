import { BookingMade } from "@tidbok/events";
import type { Context } from "../context.ts";
import type { NewAttendee } from "../domain/attendee.ts";
import type { Booking, BookingParty } from "../domain/booking.ts";

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
  },
): Promise<void> {
  const { booking, attendee, by, byId, isFollowing = false } = made;
  const { id: bookingId, organizationId, hostIds, attendeeIds } = booking;
  await store.attendees.insert(attendee);
  await store.changes.append({ kind: "MADE", booking, by, byId, now });
  await store.outbox.append(
    BookingMade,
    { aggregateId: bookingId, organizationId, occurredAt: now, traceparent },
    {
      bookingId,
      organizationId,
      hostIds: [...hostIds],
      attendeeIds: [...attendeeIds],
      isPending: booking.state === "PENDING",
      ...(isFollowing && { isFollowing }),
    },
  );
}
