import { input, type Instant } from "@tidbok/domain";
import { z } from "zod";

/** That a host noted something about an attendee. What it is, is told apart. */
export type BookingNote = {
  readonly id: string;
  readonly organizationId: string;
  readonly bookingId: string;
  readonly attendeeId: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

const text = input.text(5_000).refine((given) => given.trim() !== "", "must say something");

/** A new note, as it is sent. */
export const newNote = z.strictObject({
  bookingId: input.id,
  attendeeId: input.id.nullish(),
  text,
  idempotencyKey: input.idempotencyKey,
});

/** Other words for a note, as they are sent. */
export const noteChange = z.strictObject({ noteId: input.id, text });

/** A note to take away, as it is sent. */
export const noteNamed = z.strictObject({ noteId: input.id });
