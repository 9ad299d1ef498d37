import { defineReaction, BookingMade } from "@tidbok/events";
import { planBookingMails } from "../mails/actions/plan-booking-mails.ts";
import type { Context } from "../context.ts";

export const onBookingMade = defineReaction(BookingMade, async (context: Context, event) => {
  const { bookingId, organizationId, hostIds, attendeeIds, guestIds = [], isPending } = event.data;
  const { isImported = false, tellsAttendees = false, isFollowing = false } = event.data;
  const { isOnBehalf = isImported } = event.data;
  await context.store.bookings.insert({
    id: bookingId,
    organizationId,
    hostIds,
    attendeeIds,
    guestIds,
    isOnBehalf,
  });
  // What people arranged elsewhere they know of already; news of it from now on is theirs as of all others.
  if (isImported && !tellsAttendees) return;
  // The mail about the first of its series names it, with its own link.
  if (isFollowing) return;
  await planBookingMails(context, {
    eventId: event.id,
    kind: isPending ? "BOOKING_REQUESTED" : "BOOKING_MADE",
    bookingId,
    sequence: 0,
  });
});
