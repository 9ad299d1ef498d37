import { defineReaction, TimesDeclined } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onTimesDeclined = defineReaction(TimesDeclined, async (context: Context, event) => {
  const { bookingId, sequence, by } = event.data;
  await planBookingMails(context, {
    eventId: event.id,
    kind: "BOOKING_TIMES_DECLINED",
    bookingId,
    sequence,
    to: by === "ATTENDEE" ? "HOST" : "ATTENDEE",
  });
});
