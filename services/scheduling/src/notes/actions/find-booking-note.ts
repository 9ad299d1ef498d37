import { isId } from "@tidbok/domain";
import { isHostOf } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { shownNote, type ShownNote } from "../domain/shown-note.ts";

/** The note, for its author as long as the author hosts the booking; null for other callers. */
export async function findBookingNote(
  { caller, loaders, store }: Context,
  id: string,
): Promise<ShownNote | null> {
  const note = isId(id) ? await store.bookingNotes.find(id) : null;
  const booking = note && (await loaders.booking.load(note.bookingId));
  if (!booking || caller.kind !== "account" || !isHostOf(caller, booking)) return null;
  return note.authorId === caller.accountId ? shownNote(note, booking) : null;
}
