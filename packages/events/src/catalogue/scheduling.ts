import { z } from "zod";
import { defineEvent } from "../define/define-event.ts";
import { fact } from "../define/fact.ts";

/**
 * A booking now exists and its time is no longer open. `isPending`: it takes place only once a host has
 * said yes. `isImported`: it was made elsewhere and brought along, and no mail tells of it unless
 * `tellsAttendees`. `isOnBehalf`: a host or an admin made it for the attendee. `isFollowing`: it follows the first of its series, with the same hosts, whose news is of
 * all. Aggregate: the booking.
 */
export const BookingMade = defineEvent(
  "scheduling.booking.made",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    hostIds: z.array(fact.id),
    attendeeIds: z.array(fact.id),
    guestIds: z.array(fact.id).optional(),
    isPending: z.boolean().optional(),
    isImported: z.boolean().optional(),
    tellsAttendees: z.boolean().optional(),
    isFollowing: z.boolean().optional(),
    isOnBehalf: z.boolean().optional(),
  }),
);

/** A booking that waited takes place. Aggregate: the booking. */
export const BookingConfirmed = defineEvent(
  "scheduling.booking.confirmed",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ADMIN"]),
  }),
);

/** A booking that waited does not take place; SYSTEM: the host did not answer in time. Aggregate: the booking. */
export const BookingDeclined = defineEvent(
  "scheduling.booking.declined",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ADMIN", "SYSTEM"]),
  }),
);

/** A booking has another time. `sequence` is iCalendar's (RFC 5545): it rises with each change. Aggregate: the booking. */
export const BookingRescheduled = defineEvent(
  "scheduling.booking.rescheduled",
  z.object({ bookingId: fact.id, organizationId: fact.id, sequence: fact.count }),
);

/** A booking has another host in the place of one of its hosts; `byId` is the account that chose so. Aggregate: the booking. */
export const BookingReassigned = defineEvent(
  "scheduling.booking.reassigned",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ADMIN"]),
    byId: fact.id.optional(),
    fromHostId: fact.id,
    toHostId: fact.id,
  }),
);

/** One side of a booking asks the other about other times. Aggregate: the booking. */
export const TimesProposed = defineEvent(
  "scheduling.times.proposed",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    proposalId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ATTENDEE", "ADMIN"]),
  }),
);

/** The other side, `by`, declined all of them. Aggregate: the booking. */
export const TimesDeclined = defineEvent(
  "scheduling.times.declined",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    proposalId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ATTENDEE", "ADMIN"]),
  }),
);

/** A booking has more guests. Aggregate: the booking. */
export const GuestsInvited = defineEvent(
  "scheduling.guests.invited",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    guestIds: z.array(fact.id),
    sequence: fact.count,
    by: z.enum(["HOST", "ATTENDEE", "ADMIN"]),
  }),
);

/** A booking has one guest less; `isOwn`: the guest left by themselves. Aggregate: the booking. */
export const GuestLeft = defineEvent(
  "scheduling.guest.left",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    guestId: fact.id,
    sequence: fact.count,
    isOwn: z.boolean(),
  }),
);

/** The attendee of a booking did not come, as a host says. Aggregate: the booking. */
export const BookingMissed = defineEvent(
  "scheduling.booking.missed",
  z.object({ bookingId: fact.id, organizationId: fact.id, by: z.enum(["HOST", "ADMIN"]) }),
);

/** The attendee of a booking came after all: that it was missed is taken back. Aggregate: the booking. */
export const BookingAttended = defineEvent(
  "scheduling.booking.attended",
  z.object({ bookingId: fact.id, organizationId: fact.id, by: z.enum(["HOST", "ADMIN"]) }),
);

/** A booking does not take place; `by` is the side that decided it. Aggregate: the booking. */
export const BookingCancelled = defineEvent(
  "scheduling.booking.cancelled",
  z.object({
    bookingId: fact.id,
    organizationId: fact.id,
    sequence: fact.count,
    by: z.enum(["HOST", "ATTENDEE", "ADMIN"]),
  }),
);

/** A booking was kept for as long as its organization keeps them: nothing of it is left. Aggregate: the booking. */
export const BookingDeleted = defineEvent(
  { type: "scheduling.booking.deleted", erases: true },
  z.object({ bookingId: fact.id, organizationId: fact.id }),
);
