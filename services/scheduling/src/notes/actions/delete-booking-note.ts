import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { deleteBookingNoteInput } from "../domain/booking-note.ts";
import type { ShownNote } from "../domain/shown-note.ts";
import { findEditableNote } from "./steps/find-editable-note.ts";

/** Deletes a note. Only its author may. */
export async function deleteBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const { noteId } = validate(deleteBookingNoteInput, given);
  return inTransaction(context, async (context) => {
    const note = await findEditableNote(context, noteId);
    await context.store.bookingNotes.remove(note);
    return note;
  });
}
