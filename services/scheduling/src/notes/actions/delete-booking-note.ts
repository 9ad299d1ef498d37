import { validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { noteNamed } from "../domain/booking-note.ts";
import { findEditableNote } from "./steps/find-editable-note.ts";
import type { ShownNote } from "./shown-note.ts";

export async function deleteBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const { noteId } = validate(noteNamed, given);
  return context.store.transaction(async (store) => {
    const note = await findEditableNote({ ...context, store }, noteId);
    await store.bookingNotes.remove(note);
    return note;
  });
}
