import { NotFound, requireMember } from "@tidbok/domain";
import { isHostOf } from "../../../bookings/domain/relation.ts";
import type { Context } from "../../../context.ts";
import { shownNote, type ShownNote } from "../../domain/shown-note.ts";

/**
 * The note, locked with its booking until the transaction ends, for its author as long as the author hosts the booking.
 * Throws NotFound for other callers, as if the note did not exist.
 */
export async function findEditableNote(
  { caller, store }: Pick<Context, "caller" | "store">,
  noteId: string,
): Promise<ShownNote> {
  const found = await store.bookingNotes.find(noteId);
  const booking = found && (await store.bookings.lock(found.bookingId));
  // Another transaction may have deleted the note during the wait for the lock.
  const note = booking && (await store.bookingNotes.find(noteId));
  if (!note || !isHostOf(caller, booking)) throw new NotFound("note");
  if (note.authorId !== requireMember(caller, booking.organizationId)) throw new NotFound("note");
  // An erasure of the attendee, and of the note, may have committed before this transaction got the lock.
  if (!(await store.attendees.lock(note.attendeeId))) throw new NotFound("note");
  return shownNote(note, booking);
}
