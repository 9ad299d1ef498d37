import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";

/** A note of a host about an attendee. Its text is stored sealed, apart. */
export type BookingNote = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingId: string;
  readonly attendeeId: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** A booking has at most this many notes. */
export const mostNotes = 100;

const text = input.text(5_000).refine((text) => text.trim() !== "", "must not be blank");

/** The input of addBookingNote. Without an attendee, the note is about the first one. */
export const addBookingNoteInput = z.strictObject({
  bookingId: input.id,
  attendeeId: input.id.nullish(),
  text,
  idempotencyKey: input.idempotencyKey,
});

/** The checked input of addBookingNote. */
export type AddBookingNoteInput = z.output<typeof addBookingNoteInput>;

/** The input of updateBookingNote. */
export const updateBookingNoteInput = z.strictObject({ noteId: input.id, text });

/** The input of deleteBookingNote. */
export const deleteBookingNoteInput = z.strictObject({ noteId: input.id });
