import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isHostOf } from "../../bookings/domain/relation.ts";
import type { Context } from "../../context.ts";
import { shownNote, type ShownNote } from "../domain/shown-note.ts";

/** A booking's notes, newest first, for its hosts; null for other callers. */
export async function listBookingNotes(
  { caller, cursors, store }: Context,
  { booking, first, after }: PageRequest & { readonly booking: Booking },
): Promise<Connection<ShownNote> | null> {
  const size = pageSize(first);
  if (!isHostOf(caller, booking)) return null;
  const before = idAfter(cursors, after);
  const rows = await store.bookingNotes.list({ bookingId: booking.id, before, limit: size + 1 });
  const notes = rows.map((row) => shownNote(row, booking));
  return connectionOf(notes, { size, cursors, positionOf: ({ id }) => [id] });
}
