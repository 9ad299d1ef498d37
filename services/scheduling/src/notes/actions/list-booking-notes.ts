import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { isHostOf } from "../../bookings/domain/relation.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";
import { shownNote, type ShownNote } from "./shown-note.ts";

/** What hosts noted, newest first, for its hosts; null for everybody else. */
export async function listBookingNotes(
  context: Context,
  { booking, ...page }: PageRequest & { readonly booking: Booking },
): Promise<Connection<ShownNote> | null> {
  const { caller, cursors, store } = context;
  const size = pageSize(page.first);
  if (!isHostOf(caller, booking)) return null;
  const before = placeBefore(context, page.after);
  const rows = await store.bookingNotes.list({ bookingId: booking.id, before, limit: size + 1 });
  const shown = rows.map((row) => shownNote(row, booking));
  return connectionOf(shown, { size, cursors, placeOf: ({ id }) => [id] });
}
