import { input } from "@tidbok/domain";
import { z } from "zod";
import { shownStates } from "./booking.ts";
import { newGuests } from "./guest.ts";
import { extents } from "./occurrence.ts";
import { linkToken } from "../../booking-links/domain/link-token.ts";
import { phone } from "../../meeting-types/domain/read-answers.ts";
import { routeToken } from "../../routing/domain/route-token.ts";
import { recurrenceInput } from "../../meeting-types/domain/recurrence.ts";
import { partialWishes } from "../../series/domain/series.ts";

const slot = {
  meetingTypeId: input.id,
  // An instant; what clock and rules say of it has codes of its own.
  startAt: z.number(),
  durationMinutes: z.int().nullish(),
  linkToken: linkToken.nullish(),
  routeToken: routeToken.nullish(),
};

/** A slot to keep, as it is sent. */
export const slotToHold = z.strictObject(slot);

/** Which slot is wanted. */
export type SlotToHold = z.output<typeof slotToHold>;

/** A slot to book and for whom, as it is sent. */
export const newBooking = z.strictObject({
  ...slot,
  holdId: input.id.nullish(),
  attendee: z.strictObject({
    name: input.line(150),
    email: input.email,
    phone: phone.nullish(),
    timeZone: input.timeZone,
    locale: input.locale.default("en"),
  }),
  guests: newGuests,
  answers: z
    .array(
      z.strictObject({
        questionId: input.id,
        text: z.string().max(5_000, "must have 5000 characters at most").nullish(),
        number: z.number().nullish(),
        consent: z.boolean().nullish(),
      }),
    )
    .max(50)
    .default([]),
  idempotencyKey: input.idempotencyKey,
});

/** What is to be booked. */
export type NewBooking = z.output<typeof newBooking>;

/** Meetings that follow each other by a rule, and for whom, as they are sent. */
export const newSeries = newBooking.omit({ holdId: true }).extend({
  recurrence: recurrenceInput,
  ifPartly: z.enum(partialWishes).default("BOOK_NOTHING"),
});

/** What series is to be booked. */
export type NewSeries = z.output<typeof newSeries>;

const extent = z.enum(extents).default("BOOKING");

/** Another time for a booking, as it is sent. */
export const bookingMove = z.strictObject({
  bookingId: input.id,
  startAt: z.number(),
  reason: input.text(1_000).nullish(),
  extent,
});

/** A booking to confirm, or to note about, as it is sent. */
export const bookingNamed = z.strictObject({ bookingId: input.id });

/** A booking to decline, as it is sent. */
export const bookingToDecline = z.strictObject({
  bookingId: input.id,
  reason: input.text(1_000).nullish(),
});

/** A booking to cancel, as it is sent. */
export const bookingToCancel = bookingToDecline.extend({
  extent: z.enum([...extents, "FOLLOWING"]).default("BOOKING"),
});

// The years that timestamps can be compared with; beyond them a filter means nothing.
const instant = z.number().min(0).max(Date.UTC(2200, 0));

/** Which bookings, as it is sent. */
export const bookingFilter = z
  .strictObject({
    states: z.array(z.enum(shownStates)).max(10).nullish(),
    startsAfter: instant.nullish(),
    startsBefore: instant.nullish(),
    hostId: input.id.nullish(),
    meetingTypeId: input.id.nullish(),
    occurrenceId: input.id.nullish(),
    isHostMissing: z.boolean().nullish(),
  })
  .nullish();
