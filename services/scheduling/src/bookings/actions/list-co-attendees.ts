import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import { type CoAttendee, partyOf } from "../domain/relation.ts";
import { showsAttendees } from "./shows-attendees.ts";

/** The co-attendees, for an attendee, when the hosts show them; null for other callers. */
export async function listCoAttendees(
  context: Context,
  { booking, ...asked }: PageRequest & { readonly booking: Booking },
): Promise<Connection<CoAttendee> | null> {
  const { caller, cursors, loaders, store } = context;
  const page = idPageOf(asked, cursors);
  if (partyOf(caller, booking) !== "ATTENDEE") return null;
  const meetingType = await loaders.meetingType.load(booking.meetingTypeId);
  if (!meetingType || !(await showsAttendees(context, meetingType))) return null;
  const ids = await store.occurrences.listCoAttendees({
    bookingId: booking.id,
    page,
  });
  const coAttendees = ids.map((attendeeId) => ({ attendeeId, seenFrom: booking }));
  return connectionOf(coAttendees, { page, cursors, positionOf: ({ attendeeId }) => [attendeeId] });
}
