import { newId, type Instant } from "@tidbok/domain";
import { iso } from "@tidbok/service";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { KnownBooking } from "../domain/tellable-sources.ts";
import type { Seat } from "../../slots/domain/slot-decision.ts";
import type { Client } from "../../store/client.ts";
import { orTaken } from "../../slots/store/reservations.ts";

/** A booking to insert with its seat and the fingerprint by which its source knows it (hexadecimal). */
export type AcceptedBooking = {
  readonly booking: Booking;
  readonly seat: Seat;
  readonly seatNumber: number;
  readonly source: string;
};

/** Imported bookings. Each method runs one statement per table, whatever the number of bookings. */
export const imports = (client: Client) => ({
  /** The existing bookings by their source. */
  findKnown: async (
    organizationId: string,
    sources: readonly string[],
  ): Promise<ReadonlyMap<string, KnownBooking>> => {
    const rows = await client.$queryRaw<(KnownBooking & { readonly source: string })[]>`
      SELECT encode(b.source_index, 'hex') AS source, b.id::text AS "bookingId", b.import_id::text AS "importId",
        c.changed_by_id::text AS "importedById", b.series_id::text AS "seriesId"
      FROM booking b LEFT JOIN booking_change c ON c.booking_id = b.id AND c.kind = 'IMPORTED'
      WHERE b.organization_id = ${organizationId}::uuid
        AND b.source_index IN (SELECT decode(s, 'hex') FROM unnest(${[...sources]}::text[]) AS s)`;
    return new Map(rows.map(({ source, ...known }) => [source, known]));
  },

  /** The numbers of the taken seats, by occurrence. */
  seatsTaken: async (
    occurrenceIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly number[]>> => {
    const rows = await client.$queryRaw<{ id: string; seats: number[] }[]>`
      SELECT occurrence_id::text AS id, array_agg(DISTINCT seat) AS seats FROM reservation
      WHERE occurrence_id = ANY(${[...occurrenceIds]}::uuid[]) AND state IN ('HELD', 'PENDING', 'CONFIRMED')
      GROUP BY occurrence_id`;
    return new Map(rows.map(({ id, seats }) => [id, seats]));
  },

  /** The number of bookings that the organization imported since the instant; counts up to the limit. */
  countSince: async (query: {
    readonly organizationId: string;
    readonly since: Instant;
    readonly limit: number;
  }): Promise<number> => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM booking WHERE organization_id = ${query.organizationId}::uuid AND source_index IS NOT NULL
          AND created_at > ${iso(query.since)}::timestamptz LIMIT ${query.limit}) AS counted`;
    return row?.count ?? 0;
  },

  /** Inserts bookings of one meeting type, with their reservations and their history. */
  insert: async (
    all: readonly AcceptedBooking[],
    by: {
      readonly importId: string;
      readonly side: "HOST" | "ADMIN";
      readonly accountId: string;
      readonly now: Instant;
    },
  ): Promise<void> => {
    const [first] = all;
    if (!first) return;
    const { organizationId, meetingTypeId, state, sequence, location } = first.booking;
    const bookings = all.map(({ booking }) => booking);
    const now = iso(by.now);
    await client.$executeRaw`
      INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, location_text,
        created_at, import_id, source_index, series_id)
      SELECT id, ${organizationId}::uuid, ${meetingTypeId}::uuid, ${state}, start_at, end_at, ${sequence}::int, ${location.kind},
        ${location.text}, ${now}::timestamptz, ${by.importId}::uuid, decode(source, 'hex'), series_id
      FROM unnest(${bookings.map(({ id }) => id)}::uuid[], ${bookings.map(({ start }) => iso(start))}::timestamptz[],
        ${bookings.map(({ end }) => iso(end))}::timestamptz[], ${all.map(({ source }) => source)}::text[],
        ${bookings.map(({ seriesId }) => seriesId)}::uuid[])
        AS t (id, start_at, end_at, source, series_id)`;
    await takeAll(client, all);
    await client.$executeRaw`
      INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at)
      SELECT id, 0, organization_id, 'IMPORTED', state, start_at, end_at, ${by.side}, ${by.accountId}::uuid, ${now}::timestamptz
      FROM booking WHERE id = ANY(${bookings.map(({ id }) => id)}::uuid[])`;
  },
});

async function takeAll(client: Client, all: readonly AcceptedBooking[]): Promise<void> {
  const rows = all.flatMap(({ booking, seat, seatNumber }) =>
    booking.hostIds.map((hostId, position) => ({ booking, seat, seatNumber, hostId, position })),
  );
  await orTaken(client.$executeRaw`
    INSERT INTO reservation (id, organization_id, host_id, position, booking_id, state, during, occurrence_id, seat, seats)
    SELECT id, organization_id, host_id, position, booking_id, state, tstzrange(start_at, end_at), occurrence_id, seat, seats
    FROM unnest(${rows.map(newId)}::uuid[], ${rows.map(({ booking }) => booking.organizationId)}::uuid[],
      ${rows.map(({ hostId }) => hostId)}::uuid[], ${rows.map(({ position }) => position)}::smallint[],
      ${rows.map(({ booking }) => booking.id)}::uuid[], ${rows.map(({ booking }) => booking.state)}::text[],
      ${rows.map(({ seat }) => iso(seat.reserved.start))}::timestamptz[], ${rows.map(({ seat }) => iso(seat.reserved.end))}::timestamptz[],
      ${rows.map(({ seat }) => seat.occurrenceId)}::uuid[], ${rows.map(({ seatNumber }) => seatNumber)}::int[],
      ${rows.map(({ seat }) => seat.seats)}::int[])
      AS t (id, organization_id, host_id, position, booking_id, state, start_at, end_at, occurrence_id, seat, seats)`);
}
