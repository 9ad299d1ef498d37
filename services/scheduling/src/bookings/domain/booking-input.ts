import { input } from "@tidbok/domain";
import { z } from "zod";
import { phone } from "../../meeting-types/domain/read-answers.ts";
import { slotFields } from "../../slots/domain/slot-input.ts";
import { shownStates } from "./booking.ts";

/** How many guests a booking may have, those that left included, so that removing guests allows no endless mails. */
export const mostGuests = 10;

const newGuest = z.strictObject({ name: input.line(150).nullish(), email: input.email });
const newGuests = z.array(newGuest).max(mostGuests, `must have ${mostGuests} at most`).default([]);

/** A guest to invite. */
export type NewGuest = z.output<typeof newGuest>;

/** The input of bookMeeting: a slot, its attendee and the idempotency key. */
export const bookMeetingInput = z.strictObject({
  ...slotFields,
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

/** The input of bookMeeting. */
export type BookMeetingInput = z.output<typeof bookMeetingInput>;

/** How much a host changes at once: one booking, or the meeting with all its bookings. */
export const extents = ["BOOKING", "OCCURRENCE"] as const;

/** The input of rescheduleBooking. */
export const rescheduleBookingInput = z.strictObject({
  bookingId: input.id,
  startAt: input.instant,
  reason: input.text(1_000).nullish(),
  extent: z.enum(extents).default("BOOKING"),
});

/** The input of confirmBooking, recordNoShow and undoNoShow. */
export const bookingIdInput = z.strictObject({ bookingId: input.id });

/** The input of declineBooking. */
export const declineBookingInput = z.strictObject({
  bookingId: input.id,
  reason: input.text(1_000).nullish(),
});

/** The input of cancelBooking. */
export const cancelBookingInput = declineBookingInput.extend({
  extent: z.enum([...extents, "FOLLOWING"]).default("BOOKING"),
});

/** The checked input of cancelBooking. */
export type CancelBookingInput = z.output<typeof cancelBookingInput>;

/** The input of addGuests. */
export const addGuestsInput = z.strictObject({
  bookingId: input.id,
  guests: newGuests.refine((guests) => guests.length > 0, "must have one at least"),
});

/** The input of removeGuest. */
export const removeGuestInput = z.strictObject({ guestId: input.id });

/** The filter of a list of bookings. */
export const bookingFilter = z
  .strictObject({
    states: z.array(z.enum(shownStates)).max(10).nullish(),
    startsAfter: input.instant.nullish(),
    startsBefore: input.instant.nullish(),
    hostId: input.id.nullish(),
    meetingTypeId: input.id.nullish(),
    occurrenceId: input.id.nullish(),
    isHostMissing: z.boolean().nullish(),
  })
  .nullish();
