import { newId, type Instant } from "@tidbok/domain";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Seat } from "../../slots/domain/seat.ts";
import type { Client } from "../../store/client.ts";
import { orTaken } from "../../slots/store/take-time.ts";

/** A booking that was brought along: its seat, and what it is known by in its source (hexadecimal). */
export type BroughtAlong = {
  readonly booking: Booking;
  readonly seat: Seat;
  readonly seatNumber: number;
  readonly source: string;
};

/** Bookings that were made elsewhere. Each method is a statement for each table, however many bookings. */
export const imports = (client: Client) => ({
  /** By source: the bookings that are there already, and by which import. */
  findKnown: async (
    organizationId: string,
    sources: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly bookingId: string; readonly importId: string }>> => {
    const rows = await client.$queryRaw<{ source: string; id: string; import_id: string }[]>`
      SELECT encode(source_index, 'hex') AS source, id::text, import_id::text FROM booking
      WHERE organization_id = ${organizationId}::uuid
        AND source_index IN (SELECT decode(s, 'hex') FROM unnest(${[...sources]}::text[]) AS s)`;
    return new Map(
      rows.map(({ source, id, import_id }) => [source, { bookingId: id, importId: import_id }]),
    );
  },

  /** The numbers of the seats that are taken, by meeting. */
  seatsTaken: async (
    occurrenceIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly number[]>> => {
    const rows = await client.$queryRaw<{ id: string; seats: number[] }[]>`
      SELECT occurrence_id::text AS id, array_agg(DISTINCT seat) AS seats FROM reservation
      WHERE occurrence_id = ANY(${[...occurrenceIds]}::uuid[]) AND state IN ('HELD', 'PENDING', 'CONFIRMED')
      GROUP BY occurrence_id`;
    return new Map(rows.map(({ id, seats }) => [id, seats]));
  },

  /** How many bookings of an organization were brought along since the instant; counts to the limit and no further. */
  countSince: async (asked: {
    readonly organizationId: string;
    readonly since: Instant;
    readonly limit: number;
  }): Promise<number> => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM booking WHERE organization_id = ${asked.organizationId}::uuid AND source_index IS NOT NULL
          AND created_at > ${iso(asked.since)}::timestamptz LIMIT ${asked.limit}) AS counted`;
    return row?.count ?? 0;
  },

  /** Of one meeting type, with their history. */
  insert: async (
    all: readonly BroughtAlong[],
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
        created_at, import_id, source_index)
      SELECT id, ${organizationId}::uuid, ${meetingTypeId}::uuid, ${state}, start_at, end_at, ${sequence}::int, ${location.kind},
        ${location.text}, ${now}::timestamptz, ${by.importId}::uuid, decode(source, 'hex')
      FROM unnest(${bookings.map(({ id }) => id)}::uuid[], ${bookings.map(({ start }) => iso(start))}::timestamptz[],
        ${bookings.map(({ end }) => iso(end))}::timestamptz[], ${all.map(({ source }) => source)}::text[])
        AS t (id, start_at, end_at, source)`;
    await takeAll(client, all);
    await client.$executeRaw`
      INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at)
      SELECT id, 0, organization_id, 'IMPORTED', state, start_at, end_at, ${by.side}, ${by.accountId}::uuid, ${now}::timestamptz
      FROM booking WHERE id = ANY(${bookings.map(({ id }) => id)}::uuid[])`;
  },
});

async function takeAll(client: Client, all: readonly BroughtAlong[]): Promise<void> {
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

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
