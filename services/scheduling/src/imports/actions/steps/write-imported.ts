import { day, InvalidInput, newId } from "@tidbok/domain";
import { BookingMade } from "@tidbok/events";
import type { NewAttendee } from "../../../bookings/domain/attendee.ts";
import { makeBooking, type Booking } from "../../../bookings/domain/booking.ts";
import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { mostPerDay, type ImportBookingsInput } from "../../domain/booking-import.ts";
import type { SourcedBooking } from "../../domain/decide-imported.ts";
import type { ImportDecisions } from "../../domain/report-of.ts";
import { writeSeries } from "./write-series.ts";

type BookingsToWrite = {
  readonly bookings: readonly SourcedBooking[];
  readonly meetingType: MeetingType;
  readonly importer: string;
  readonly decided: ImportDecisions;
  readonly input: Pick<ImportBookingsInput, "tellsAttendees">;
};

/** Writes the bookings that get a seat, tells of them, and returns the id of the import. */
export async function writeImported(
  context: Pick<Context, "store" | "now" | "tellMany">,
  { bookings, meetingType, importer, decided, input }: BookingsToWrite,
): Promise<string> {
  const { store, now } = context;
  const { organizationId } = meetingType;
  await requireQuota(context, { bookings, organizationId });
  const importId = newId();
  const fresh = bookings.filter(({ id }) => decided.decisions.get(id)?.kind === "NEW");
  const seriesOf = await writeSeries(context, { bookings, decided, organizationId });
  const accepted = fresh.flatMap((row) => {
    const decision = decided.decisions.get(row.id);
    if (decision?.kind !== "NEW") return [];
    const attendeeId = newId();
    const seriesId = seriesOf(row);
    // Its hosts have agreed to the meeting already, so they need not confirm it.
    const confirmedType = { ...meetingType, needsConfirmation: false };
    const attendeeIds = [attendeeId];
    const booking = makeBooking({
      id: row.id,
      meetingType: confirmedType,
      slot: row,
      attendeeIds,
      ...(seriesId !== null && { seriesId }),
      now,
    });
    const attendee = attendeeOf(row, { id: attendeeId, booking });
    const guests = row.guests.map((guest) => ({
      ...guest,
      id: newId(),
      bookingId: booking.id,
      invitedById: attendeeId,
    }));
    return [{ ...decision, booking, attendee, guests }];
  });
  const isHost = meetingType.hosts.some(({ accountId }) => accountId === importer);
  const side = isHost ? "HOST" : "ADMIN";
  await store.imports.insert(accepted, { importId, side, accountId: importer, now });
  // Last, because it makes the attendees' keys in another database: a refusal above makes no keys.
  await store.attendees.insertMany(accepted.map(({ attendee }) => attendee));
  const invited = accepted.flatMap(({ guests }) => guests);
  await store.guests.insertOfMany({ organizationId, now, invited });
  const firstOfSeries = new Map(
    accepted.map(({ booking }) => [booking.seriesId, booking.id] as const).reverse(),
  );
  const isFollowing = ({ id, seriesId }: Booking) =>
    seriesId !== null && firstOfSeries.get(seriesId) !== id;
  await context.tellMany(
    BookingMade,
    accepted.map(({ booking, guests }) => ({
      about: booking.id,
      organizationId,
      data: {
        bookingId: booking.id,
        organizationId,
        hostIds: [...booking.hostIds],
        attendeeIds: [...booking.attendeeIds],
        ...(guests.length > 0 && { guestIds: guests.map(({ id }) => id) }),
        isPending: false,
        isImported: true,
        ...(isFollowing(booking) && { isFollowing: true }),
        ...(input.tellsAttendees && { tellsAttendees: true }),
      },
    })),
  );
  return importId;
}

function attendeeOf(
  { name, email, phone, timeZone, locale }: SourcedBooking,
  { id, booking }: { readonly id: string; readonly booking: Booking },
): NewAttendee {
  return {
    id,
    organizationId: booking.organizationId,
    bookingId: booking.id,
    name,
    email,
    phone,
    timeZone,
    locale,
    answers: [],
    // The other system has not told the attendee that co-attendees would see the name.
    isShown: false,
    createdAt: booking.createdAt,
  };
}

// An import needs no free slots and no confirmation, so nothing else limits how fast a caller fills the tables.
async function requireQuota(
  { store, now }: Pick<Context, "store" | "now">,
  {
    bookings,
    organizationId,
  }: Pick<BookingsToWrite, "bookings"> & { readonly organizationId: string },
): Promise<void> {
  const since = now - day;
  const count = await store.imports.countSince({ organizationId, since, limit: mostPerDay });
  if (count + bookings.length <= mostPerDay) return;
  const message = `exceeds the limit of ${mostPerDay} imported bookings per organization and day`;
  throw new InvalidInput([{ path: "content", code: "TOO_MANY", message }]);
}
