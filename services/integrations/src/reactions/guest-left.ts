import { defineReaction, GuestLeft } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onGuestLeft = defineReaction(GuestLeft, async (context: Context, event) => {
  const { bookingId, sequence, guestId } = event.data;
  await context.store.bookings.removeGuest(bookingId, guestId);
  await planBookingMails(context, {
    eventId: event.id,
    kind: "BOOKING_GUEST_REMOVED",
    bookingId,
    sequence,
    to: [{ kind: "GUEST", id: guestId }],
  });
});
