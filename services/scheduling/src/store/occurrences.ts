import type { Booking } from "../domain/booking.ts";
import type { Occurrence } from "../domain/occurrence.ts";
import type { Seat } from "../domain/seat.ts";
import type { Client } from "./client.ts";
import { orTaken, rangeOf } from "./take-time.ts";

type Row = { readonly booking_id: string; readonly id: string; readonly seats_taken: number };

/** Meetings that several people may have booked: what their bookings' reservations have in common. */
export const occurrences = (client: Client) => ({
  /** By booking that takes place: the meeting that it has a seat of. */
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

  /** Gives bookings of one meeting another time; their seats stay what they are. Holds were of the time that it had. */
  move: async (bookings: readonly Booking[], seat: Seat): Promise<void> => {
    const ids = bookings.map(({ id }) => id);
    await client.$executeRaw`
      UPDATE reservation SET state = 'EXPIRED', expires_at = NULL WHERE state = 'HELD'
        AND occurrence_id IN (SELECT occurrence_id FROM reservation WHERE booking_id = ANY(${ids}::uuid[]))`;
    await orTaken(client.$executeRaw`
      UPDATE reservation SET during = ${rangeOf(seat)} WHERE booking_id = ANY(${ids}::uuid[])`);
  },
});
