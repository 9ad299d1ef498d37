import type { Bench, Offer } from "./start-bench.ts";

/** So many bookings of 1,000 other hosts, half an hour of every hour from now on. */
export async function fill(
  { sql }: Bench,
  { organizationId, meetingTypeId, count }: Offer & { readonly count: number },
): Promise<void> {
  // Built at once at the end the constraint takes a tenth of the time.
  await sql("ALTER TABLE reservation DROP CONSTRAINT reservation_no_overlap");
  await sql(
    `WITH host AS (SELECT uuidv7() AS id FROM generate_series(1, 1000)),
       slot AS (SELECT uuidv7() AS id, host.id AS host_id, date_trunc('hour', now()) + n * interval '1 hour' AS start
         FROM host, generate_series(1, $3::int / 1000) AS n),
       made AS (INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at)
         SELECT id, $1, $2, 'CONFIRMED', start, start + interval '30 minutes', 0, 'ONLINE', now() FROM slot RETURNING id)
     INSERT INTO reservation (id, organization_id, host_id, position, booking_id, state, during)
     SELECT uuidv7(), $1, host_id, 0, slot.id, 'CONFIRMED', tstzrange(start, start + interval '30 minutes') FROM slot`,
    [organizationId, meetingTypeId, count],
  );
  await sql(
    `ALTER TABLE reservation ADD CONSTRAINT reservation_no_overlap
     EXCLUDE USING gist (host_id WITH =, during WITH &&, occurrence_id WITH <>) WHERE (state IN ('HELD', 'PENDING', 'CONFIRMED'))`,
  );
  await sql("VACUUM ANALYZE booking, reservation");
}
