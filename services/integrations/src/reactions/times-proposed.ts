import { defineReaction, TimesProposed } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onTimesProposed = defineReaction(TimesProposed, async (context: Context, event) => {
  const { bookingId, sequence, by } = event.data;
  await planBookingMails(context, {
    eventId: event.id,
    kind: "BOOKING_TIMES_PROPOSED",
    bookingId,
    sequence,
    to: by === "ATTENDEE" ? "HOST" : "ATTENDEE",
  });
});
