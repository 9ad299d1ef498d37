import { BookingMade } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { planBookingMails } from "../actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onBookingMade = defineReaction<Context, typeof BookingMade.schema>(
  BookingMade,
  async (context, event) => {
    const { bookingId, organizationId, hostIds, attendeeIds, isPending } = event.data;
    await context.store.bookings.insert({ id: bookingId, organizationId, hostIds, attendeeIds });
    await planBookingMails(context, {
      eventId: event.id,
      kind: isPending ? "BOOKING_REQUESTED" : "BOOKING_MADE",
      bookingId,
      sequence: 0,
    });
  },
);
