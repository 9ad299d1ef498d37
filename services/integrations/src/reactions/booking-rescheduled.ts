import { defineReaction, BookingRescheduled } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onBookingRescheduled = defineReaction(
  BookingRescheduled,
  async (context: Context, event) => {
    const { bookingId, sequence } = event.data;
    await planBookingMails(context, {
      eventId: event.id,
      kind: "BOOKING_RESCHEDULED",
      bookingId,
      sequence,
    });
  },
);
