import { Forbidden, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import { noteChange } from "../domain/booking-note.ts";
import { findEditableNote } from "./steps/find-editable-note.ts";
import type { ShownNote } from "./shown-note.ts";

export async function updateBookingNote(context: Context, given: unknown): Promise<ShownNote> {
  const { noteId, text } = validate(noteChange, given);
  return context.store.transaction(async (store) => {
    const note = await findEditableNote({ ...context, store }, noteId);
    // Nobody puts words into a colleague's mouth.
    if (!note.isOwn) throw new Forbidden();
    const changed = { ...note, updatedAt: context.now };
    await store.bookingNotes.update(changed, text);
    return changed;
  });
}
