import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isHostOf } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { shownNote, type ShownNote } from "../domain/shown-note.ts";

/** The caller's notes of a booking, newest first; null for callers that do not host it. */
export async function listBookingNotes(
  { caller, cursors, store }: Context,
  { booking, ...asked }: PageRequest & { readonly booking: Booking },
): Promise<Connection<ShownNote> | null> {
  const page = idPageOf(asked, cursors);
  if (caller.kind !== "account" || !isHostOf(caller, booking)) return null;
  const rows = await store.bookingNotes.list({
    bookingId: booking.id,
    authorId: caller.accountId,
    page,
  });
  const notes = rows.map((row) => shownNote(row, booking));
  return connectionOf(notes, { page, cursors, positionOf: ({ id }) => [id] });
}
