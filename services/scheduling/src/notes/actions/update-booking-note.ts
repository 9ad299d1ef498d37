import { validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { updateBookingNoteInput } from "../domain/booking-note.ts";
import type { ShownNote } from "../domain/shown-note.ts";
import { findEditableNote } from "./steps/find-editable-note.ts";

/** Replaces the text of a note. Only its author may: a note states its author's own observation. */
export async function updateBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const { noteId, text } = validate(updateBookingNoteInput, given);
  return inTransaction(context, async (context) => {
    const note = await findEditableNote(context, noteId);
    const changed = { ...note, updatedAt: context.now };
    await context.store.bookingNotes.update(changed, text);
    return changed;
  });
}
