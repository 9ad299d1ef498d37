import { InvalidInput, newId } from "@tidbok/domain";
import { BookingMade } from "@tidbok/events";
import type { Context } from "../../../context.ts";
import { makeBooking } from "../../../bookings/domain/booking.ts";
import { mostInADay, type BookingsToImport } from "../../domain/booking-import.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import type { SourcedBooking } from "../../domain/place-imported.ts";
import type { FoundPlaces } from "../../domain/report-of.ts";

type ToWrite = {
  readonly bookings: readonly SourcedBooking[];
  readonly meetingType: MeetingType;
  readonly importer: string;
  readonly found: FoundPlaces;
  readonly wish: Pick<BookingsToImport, "tellsAttendees">;
};

/** Writes the bookings that have a place, and tells of them; gives the id of the import. */
export async function writeImported(
  { store, now, traceparent }: Pick<Context, "store" | "now" | "traceparent">,
  { bookings, meetingType, importer, found, wish }: ToWrite,
): Promise<string> {
  await requireRoom({ store, now }, { bookings, organizationId: meetingType.organizationId });
  const importId = newId();
  const { organizationId } = meetingType;
  const made = bookings.flatMap((row) => {
    const place = found.placed.get(row.line);
    if (place?.kind !== "NEW") return [];
    const attendeeId = newId();
    const booking = makeBooking({
      id: row.id,
      // Its hosts know of it: they are not asked.
      meetingType: { ...meetingType, needsConfirmation: false },
      slot: row,
      attendeeIds: [attendeeId],
      now,
    });
    const { name, email, phone, timeZone, locale } = row;
    // Nobody has told them that others would see them.
    const details = { name, email, phone, timeZone, locale, answers: [], isShown: false };
    const ids = { id: attendeeId, organizationId, bookingId: row.id };
    return [
      { ...place, booking, source: row.source, attendee: { ...details, ...ids, createdAt: now } },
    ];
  });
  const isHost = meetingType.hosts.some(({ accountId }) => accountId === importer);
  const side = isHost ? "HOST" : "ADMIN";
  await store.imports.insert(made, { importId, side, accountId: importer, now });
  // As late as can be: whatever is lost is lost before anybody has a key.
  await store.attendees.insertMany(made.map(({ attendee }) => attendee));
  await store.outbox.appendMany(
    BookingMade,
    made.map(({ booking }) => ({
      place: { aggregateId: booking.id, organizationId, occurredAt: now, traceparent },
      data: {
        bookingId: booking.id,
        organizationId,
        hostIds: [...booking.hostIds],
        attendeeIds: [...booking.attendeeIds],
        isPending: false,
        isImported: true,
        ...(wish.tellsAttendees && { tellsAttendees: true }),
      },
    })),
  );
  return importId;
}

// What nobody has to wait for and nobody agrees to would otherwise grow as fast as it can be sent.
async function requireRoom(
  { store, now }: Pick<Context, "store" | "now">,
  { bookings, organizationId }: Pick<ToWrite, "bookings"> & { readonly organizationId: string },
): Promise<void> {
  const since = now - 24 * 60 * 60_000;
  const count = await store.imports.countSince({ organizationId, since, limit: mostInADay });
  if (count + bookings.length <= mostInADay) return;
  const message = `must be ${mostInADay} bookings of an organization in a day at most`;
  throw new InvalidInput([{ path: "content", code: "TOO_MANY", message }]);
}
