/** How a driver writes down a value that the first statement has chosen. */
type Value = (name: "booking" | "attendee" | "organization" | "host" | "type" | "start") => string;

/** Chooses the next slot: each once, hosts in turn. */
export const chooseSlot = (hosts: number) => `
SELECT uuidv7() AS booking, uuidv7() AS attendee, organization_id AS organization, host_id AS host, meeting_type_id AS type,
  (timestamptz '2100-01-01' + slot.n * interval '15 minutes')::text AS start
FROM (SELECT nextval('bench_slot') AS n) AS slot JOIN bench_offer ON bench_offer.n = slot.n % ${hosts}`;

/** What bookMeeting writes, sealed columns as long as they really are. */
export const inserts: readonly ((value: Value) => string)[] = [
  (value) => `INSERT INTO idempotency (principal, operation, key, request_hash, result_id)
    VALUES ('anonymous', 'bookMeeting', ${value("booking")}::text, sha256('request'), ${value("booking")}::text::uuid)`,
  (value) => `SELECT pg_advisory_xact_lock(hashtextextended(${value("host")}::text, 0))`,
  (
    value,
  ) => `INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at)
    VALUES (${value("booking")}::text::uuid, ${value("organization")}::text::uuid, ${value("type")}::text::uuid, 'CONFIRMED',
      ${value("start")}::text::timestamptz, ${value("start")}::text::timestamptz + interval '15 minutes', 0, 'ONLINE', now())`,
  (
    value,
  ) => `INSERT INTO reservation (id, organization_id, host_id, position, booking_id, state, during, occurrence_id)
    VALUES (uuidv7(), ${value("organization")}::text::uuid, ${value("host")}::text::uuid, 0, ${value("booking")}::text::uuid, 'CONFIRMED',
      tstzrange(${value("start")}::text::timestamptz, ${value("start")}::text::timestamptz + interval '15 minutes'), uuidv7())`,
  (
    value,
  ) => `INSERT INTO attendee (id, organization_id, booking_id, position, name, email, email_index, time_zone, locale, created_at)
    VALUES (${value("attendee")}::text::uuid, ${value("organization")}::text::uuid, ${value("booking")}::text::uuid, 0, sha512('name'),
      sha512('email'), sha256(${value("booking")}::text::bytea), sha512('zone'), sha512('en'), now())`,
  (
    value,
  ) => `INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at)
    VALUES (${value("booking")}::text::uuid, 0, ${value("organization")}::text::uuid, 'MADE', 'CONFIRMED', ${value("start")}::text::timestamptz,
      ${value("start")}::text::timestamptz + interval '15 minutes', 'ATTENDEE', ${value("attendee")}::text::uuid, now())`,
  (value) =>
    `INSERT INTO aggregate_version (aggregate_id, version) VALUES (${value("booking")}::text::uuid, 1)`,
  (
    value,
  ) => `INSERT INTO outbox (id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at, data)
    VALUES (uuidv7(), 'bench', 1, ${value("organization")}::text::uuid, ${value("booking")}::text::uuid, 1, now(),
      '{"bookingId": "of a bench", "published": "never"}')`,
];
