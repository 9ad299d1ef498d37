import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, offerMeeting } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { monday, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const at = (slot: number) => new Date(Date.UTC(2027, 1, 2, 8, slot * 15)).toISOString();

test("bookings that cannot be declined keep no other from being declined, and more holds and keys than a batch are forgotten", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { needsConfirmation: true, confirmWithinMinutes: 60, durationsMinutes: [15] },
  });
  const ids: string[] = [];
  for (let slot = 0; slot < 26; slot += 1) {
    // Those that break come first in line, and are more than a batch.
    scheduling.clock.now = monday + slot;
    const answer = await book(scheduling, { meetingTypeId, startAt: at(slot) });
    ids.push(answer.data.bookMeeting.booking.id);
  }
  const broken = ids.slice(0, 22);
  await scheduling.sql(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW.booking_id IN (${broken.map((id) => `'${id}'`).join(", ")}) THEN RAISE EXCEPTION 'broken'; END IF;
       RETURN NEW; END $$`,
  );
  await scheduling.sql(
    "CREATE TRIGGER refuse BEFORE INSERT ON booking_change FOR EACH ROW EXECUTE FUNCTION refuse()",
  );
  await scheduling.sql(
    `INSERT INTO hold (id, organization_id, meeting_type_id, start_at, end_at, created_at, expires_at)
     SELECT gen_random_uuid(), organization_id, id, '2027-01-01', '2027-01-02', '2026-12-01', '2026-12-02'
     FROM meeting_type, generate_series(1, 2500)`,
  );
  await scheduling.sql(
    `INSERT INTO idempotency (principal, operation, key, request_hash, created_at)
     SELECT 'anonymous', 'bookMeeting', n::text, '', '2026-12-01' FROM generate_series(1, 2500) AS n`,
  );
  scheduling.clock.now = monday + 2 * 60 * 60_000;
  await scheduling.service.start();

  const pending = async () =>
    (await scheduling.sql("SELECT id FROM booking WHERE state = 'PENDING' ORDER BY id")).map(
      (row) => row.id,
    );
  await eventually(async () => (await pending()).length === broken.length, { withinMs: 20_000 });
  expect(await pending()).toEqual([...broken].sort());
  await eventually(async () => {
    const [left] = await scheduling.sql(
      `SELECT (SELECT count(*)::int FROM hold) AS holds,
         (SELECT count(*)::int FROM idempotency WHERE created_at < '2027-01-01') AS keys`,
    );
    return left.holds === 0 && left.keys === 0;
  });
  await expectSound(scheduling);
});
