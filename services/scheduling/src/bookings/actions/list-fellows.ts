import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Booking } from "../domain/booking.ts";
import type { Fellow } from "../domain/fellow.ts";
import { partyOf } from "../domain/relation.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";
import { showsAttendees } from "./shows-attendees.ts";

/** Who else attends the meeting, for an attendee and where the host shows it; null for everybody else. */
export async function listFellows(
  context: Context,
  { booking, ...page }: PageRequest & { readonly booking: Booking },
): Promise<Connection<Fellow> | null> {
  const { caller, cursors, loaders, store } = context;
  const size = pageSize(page.first);
  if (partyOf(caller, booking) !== "ATTENDEE") return null;
  const meetingType = await loaders.meetingType.load(booking.meetingTypeId);
  if (!meetingType || !(await showsAttendees(context, meetingType))) return null;
  const ids = await store.occurrences.listFellows({
    bookingId: booking.id,
    before: placeBefore(context, page.after),
    limit: size + 1,
  });
  const fellows = ids.map((attendeeId) => ({ attendeeId, seenFrom: booking }));
  return connectionOf(fellows, { size, cursors, placeOf: ({ attendeeId }) => [attendeeId] });
}
