import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench, Offer } from "./start-bench.ts";

/** What Postgres does at most: the rows of a booking, by pgbench, without a service. Null where there is no pgbench. */
export async function runPgbench(
  bench: Bench,
  asked: { readonly offer: Offer; readonly clients: number; readonly seconds: number },
): Promise<{ readonly perSecond: number; readonly meanMs: number } | null> {
  const { offer, clients, seconds } = asked;
  await bench.sql("CREATE SEQUENCE IF NOT EXISTS bench_slot");
  const script = join(bench.folder, "booking.sql");
  await writeFile(script, inserts(offer));
  const flags = ["-n", "-c", `${clients}`, "-j", "1", "-T", `${seconds}`, "-M", "prepared"];
  const run = spawnSync("pgbench", [...flags, "-f", script, bench.ownerUrl], { encoding: "utf8" });
  if (run.error) return null;
  const perSecond = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  const meanMs = /latency average = ([\d.]+)/.exec(run.stdout)?.[1];
  if (run.status !== 0 || !perSecond || !meanMs) throw new Error(run.stderr || run.stdout);
  return { perSecond: Number(perSecond), meanMs: Number(meanMs) };
}

// Far in the future, so that no slot meets one of the service's; sealed columns as long as they really are.
const inserts = ({ organizationId, hostId, meetingTypeId }: Offer) => `
BEGIN;
SELECT uuidv7() AS booking, uuidv7() AS attendee, timestamptz '2100-01-01' + nextval('bench_slot') * interval '15 minutes' AS start \\gset
INSERT INTO idempotency (principal, operation, key, request_hash, result_id) VALUES ('anonymous', 'bookMeeting', :booking::text, '\\x00'::bytea, :booking::text::uuid);
SELECT pg_advisory_xact_lock(hashtextextended('${hostId}', 0));
INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at)
  VALUES (:booking::text::uuid, '${organizationId}', '${meetingTypeId}', 'CONFIRMED', :start::text::timestamptz, :start::text::timestamptz + interval '15 minutes', 0, 'ONLINE', now());
INSERT INTO reservation (id, organization_id, host_id, position, booking_id, state, during)
  VALUES (uuidv7(), '${organizationId}', '${hostId}', 0, :booking::text::uuid, 'CONFIRMED', tstzrange(:start::text::timestamptz, :start::text::timestamptz + interval '15 minutes'));
INSERT INTO attendee (id, organization_id, booking_id, position, name, email, email_index, time_zone, locale, created_at)
  VALUES (:attendee::text::uuid, '${organizationId}', :booking::text::uuid, 0, sha512('name'), sha512('email'), sha256(:booking::text::bytea), sha512('zone'), sha512('en'), now());
INSERT INTO aggregate_version (aggregate_id, version) VALUES (:booking::text::uuid, 1);
INSERT INTO outbox (id, type, schema_version, organization_id, aggregate_id, aggregate_version, occurred_at, data)
  VALUES (uuidv7(), 'bench', 1, '${organizationId}', :booking::text::uuid, 1, now(), '{"bookingId": "of a bench", "published": "never"}');
COMMIT;
`;
