import { z } from "zod";
import { defineEvent } from "../define-event.ts";
import { fact } from "../fact.ts";

/** A booking now exists and its time is no longer open. Aggregate: the booking. */
export const BookingMade = defineEvent(
  "scheduling.booking.made",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    hostIds: z.array(fact.id),
    attendeeIds: z.array(fact.id),
  }),
);

/** A booking has another time. `sequence` is iCalendar's (RFC 5545): it rises with each change. Aggregate: the booking. */
export const BookingRescheduled = defineEvent(
  "scheduling.booking.rescheduled",
  z.object({ bookingId: fact.id, organizationId: fact.id, sequence: fact.count }),
);

/** A booking does not take place, and whose decision that was. Aggregate: the booking. */
export const BookingCancelled = defineEvent(
  "scheduling.booking.cancelled",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ATTENDEE", "ADMIN"]),
  }),
);
