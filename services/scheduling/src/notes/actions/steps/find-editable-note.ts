import { NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { isHostOf } from "../../../bookings/domain/relation.ts";
import { changedBy } from "../../../bookings/actions/steps/changed-by.ts";
import { shownNote, type ShownNote } from "../shown-note.ts";

/** The note, for the hosts of its booking; nobody else is told that there is one. */
export async function findEditableNote(
  { caller, store }: Pick<Context, "caller" | "store">,
  noteId: string,
): Promise<ShownNote & { readonly isOwn: boolean }> {
  const note = await store.bookingNotes.find(noteId);
  const booking = note && (await store.bookings.lock(note.bookingId));
  if (!note || !booking || !isHostOf(caller, booking)) throw new NotFound("note");
  // The attendee may have been erased, and the note with them, while we waited.
  if (!(await store.attendees.lock(note.attendeeId))) throw new NotFound("note");
  return { ...shownNote(note, booking), isOwn: note.authorId === changedBy(caller) };
}
