import { defineReaction, BookingReassigned } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onBookingReassigned = defineReaction(
  BookingReassigned,
  async (context: Context, event) => {
    const { bookingId, sequence, fromHostId, toHostId } = event.data;
    await context.store.bookings.replaceHost(bookingId, { fromHostId, toHostId });
    await planBookingMails(context, {
      eventId: event.id,
      kind: "BOOKING_REASSIGNED",
      bookingId,
      sequence,
      formerHostId: fromHostId,
    });
  },
);
