import { defineReaction, GuestsInvited } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onGuestsInvited = defineReaction(GuestsInvited, async (context: Context, event) => {
  const { bookingId, sequence, guestIds } = event.data;
  await context.store.bookings.addGuests(bookingId, guestIds);
  await planBookingMails(context, {
    eventId: event.id,
    kind: "BOOKING_GUEST_INVITED",
    bookingId,
    sequence,
    to: guestIds.map((id) => ({ kind: "GUEST", id })),
  });
});
