import type { IdPage } from "@tidbok/service";
import type { Booking } from "../domain/booking.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import type { Seat } from "../../slots/domain/slot-decision.ts";
import type { Client } from "../../store/client.ts";
import { orTaken, rangeOf } from "../../slots/store/reservations.ts";
import { idPageClause } from "../../store/id-page-clause.ts";
import { Prisma } from "../../generated/prisma/client.ts";

type Row = { readonly booking_id: string; readonly id: string; readonly seats_taken: number };

/** Meetings that may have several bookings: what the reservations of these bookings have in common. */
export const occurrences = (client: Client) => ({
  /** By booking that takes place: the meeting in which it has a seat. */
  findOf: async (bookingIds: readonly string[]): Promise<ReadonlyMap<string, Occurrence>> => {
    const rows = await client.$queryRaw<Row[]>`
      SELECT r.booking_id, r.occurrence_id AS id,
        (SELECT count(o.booking_id)::int FROM reservation o WHERE o.occurrence_id = r.occurrence_id AND o.host_id = r.host_id
          AND o.state IN ('PENDING', 'CONFIRMED')) AS seats_taken
      FROM reservation r
      WHERE r.booking_id = ANY(${[...bookingIds]}::uuid[]) AND r.position = 0 AND r.state IN ('PENDING', 'CONFIRMED')`;
    return new Map(
      rows.map(({ booking_id, id, seats_taken }) => [booking_id, { id, seatsTaken: seats_taken }]),
    );
  },

  /** The id of one booking that takes place in the meeting; null where none does. */
  anyBookingIdIn: async (id: string): Promise<string | null> => {
    const [row] = await client.$queryRaw<{ id: string }[]>`
      SELECT booking_id::text AS id FROM reservation
      WHERE occurrence_id = ${id}::uuid AND position = 0 AND state IN ('PENDING', 'CONFIRMED') AND booking_id IS NOT NULL LIMIT 1`;
    return row?.id ?? null;
  },

  /** The ids of the confirmed co-attendees that were told on booking that others would see them, newest first. */
  listCoAttendees: async (query: {
    readonly bookingId: string;
    readonly page: IdPage;
  }): Promise<readonly string[]> => {
    const { bookingId, page } = query;
    const rows = await client.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM reservation r
        JOIN reservation o ON o.occurrence_id = r.occurrence_id AND o.host_id = r.host_id AND o.booking_id <> r.booking_id
        JOIN attendee a ON a.booking_id = o.booking_id AND a.position = 0
      WHERE r.booking_id = ${bookingId}::uuid AND r.position = 0 AND r.state = 'CONFIRMED' AND o.state = 'CONFIRMED'
        AND a.is_shown AND a.erased_at IS NULL
        ${idPageClause(Prisma.sql`a.id`, page)}`;
    return rows.map(({ id }) => id);
  },

  /** Expires the holds of the meeting of these bookings, which reserve its old time and hosts. */
  giveUpHolds: async (bookings: readonly Booking[]): Promise<void> => {
    const ids = bookings.map(({ id }) => id);
    await client.$executeRaw`
      UPDATE reservation SET state = 'EXPIRED', expires_at = NULL WHERE state = 'HELD'
        AND occurrence_id IN (SELECT occurrence_id FROM reservation WHERE booking_id = ANY(${ids}::uuid[]))`;
  },

  /** Moves all bookings of one meeting to another time; their seats stay. */
  move: async (bookings: readonly Booking[], seat: Seat): Promise<void> => {
    const ids = bookings.map(({ id }) => id);
    await orTaken(client.$executeRaw`
      UPDATE reservation SET during = ${rangeOf(seat)} WHERE booking_id = ANY(${ids}::uuid[])`);
  },
});
