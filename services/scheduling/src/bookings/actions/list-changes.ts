import type { Caller } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Attendee } from "../domain/attendee.ts";
import type { Booking } from "../domain/booking.ts";
import type { BookingChange } from "../domain/booking-change.ts";
import { mayKnowChanger } from "../domain/relation.ts";

/** A change, with the attendee for which its reason is sealed and opened. */
export type ShownChange = BookingChange & {
  readonly attendee: Attendee;
  readonly attendeeId: string;
};

/** The changes of a booking, newest first. */
export async function listChanges(
  { caller, cursors, store }: Context,
  { booking, ...page }: PageRequest & { readonly booking: Booking & { readonly isOwn?: boolean } },
): Promise<Connection<ShownChange>> {
  const size = pageSize(page.first);
  const [before] = cursors.decode(page.after) ?? [];
  const rows = await store.changes.list({
    bookingId: booking.id,
    before: typeof before === "number" ? before : null,
    limit: size + 1,
  });
  const attendeeId = ownOrFirst(caller, booking);
  const attendee = { id: attendeeId, booking, isOwn: booking.isOwn === true };
  const shown = rows.map((row) => ({
    ...row,
    byId: mayKnowChanger(caller, { booking, byId: row.byId }) ? row.byId : null,
    attendee,
    attendeeId,
  }));
  return connectionOf(shown, { size, cursors, positionOf: ({ position }) => [position] });
}

function ownOrFirst(caller: Caller, { attendeeIds }: Booking): string {
  const own =
    caller.kind === "attendee"
      ? caller.attendeeId
      : caller.kind === "staff"
        ? caller.subjectId
        : null;
  const id = attendeeIds.find((each) => each === own) ?? attendeeIds[0];
  if (id === undefined) throw new Error("A booking has an attendee.");
  return id;
}
