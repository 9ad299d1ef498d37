import type { Caller } from "@tidbok/domain";
import { connectionOf, pageOf, type Connection, type PageRequest } from "@tidbok/service";
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
  { booking, ...asked }: PageRequest & { readonly booking: Booking & { readonly isOwn?: boolean } },
): Promise<Connection<ShownChange>> {
  const page = pageOf(asked, {
    cursors,
    read: ([position]) => (typeof position === "number" ? position : null),
  });
  const rows = await store.changes.list({
    bookingId: booking.id,
    page,
  });
  const attendeeId = ownOrFirst(caller, booking);
  const attendee = { id: attendeeId, booking, isOwn: booking.isOwn === true };
  const shown = rows.map((row) => ({
    ...row,
    byId: mayKnowChanger(caller, { booking, byId: row.byId }) ? row.byId : null,
    attendee,
    attendeeId,
  }));
  return connectionOf(shown, { page, cursors, positionOf: ({ position }) => [position] });
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
