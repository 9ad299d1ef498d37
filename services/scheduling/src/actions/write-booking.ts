import { BookingMade } from "@tidbok/events";
import type { Context } from "../context.ts";
import type { NewAttendee } from "../domain/attendee.ts";
import type { Booking, BookingParty } from "../domain/booking.ts";
import type { Hold } from "../domain/hold.ts";
import type { GroupChoice } from "../domain/hosts-of-slot.ts";
import type { Seat } from "../domain/seat.ts";

/** A booking that was decided on: what it takes, for whom, and who made it. */
type Made = {
  readonly booking: Booking;
  readonly slot: { readonly seat: Seat; readonly choices: readonly GroupChoice[] };
  readonly hold: Hold | null;
  readonly attendee: NewAttendee;
  readonly by: BookingParty;
  readonly byId: string;
};

/** Writes a booking with all that belongs to it, and tells of it. */
export async function writeBooking(
  { store, now, traceparent }: Pick<Context, "store" | "now" | "traceparent">,
  { booking, slot, hold, attendee, by, byId }: Made,
): Promise<void> {
  const { id: bookingId, organizationId, hostIds, attendeeIds } = booking;
  await store.bookings.insert(booking);
  if (hold) await store.reservations.bookHeld(booking, hold.id);
  else await store.reservations.book(booking, slot);
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
    },
  );
}
