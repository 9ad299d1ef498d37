import { setTimeout as sleep } from "node:timers/promises";
import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingInput, bookQuery, offerMeeting } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

/** Ends every connection of the service, in whatever it is doing, as a crash of the database would. */
async function cutConnections(): Promise<number> {
  const cut = await scheduling.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE usename = 'scheduling_app' AND datname LIKE current_database() || '%' AND state <> 'idle'`,
  );
  return cut.length;
}

/** Asks until there is an answer that is not our own failure, with the same key each time, as a patient client does. */
async function bookPatiently(input: Record<string, unknown>): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await scheduling.ask(anonymous, { query: bookQuery, variables: { input } });
    const code = codeOf(answer);
    if (code !== "SERVICE_UNAVAILABLE" || attempt === 30) return code;
    await sleep(20);
  }
}

test("connections that are cut in mid-transaction leave no half of a booking, and a repeated request succeeds", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const inputs = Array.from({ length: 40 }, (_, i) => {
    const start = Date.UTC(2027, 1, 2 + Math.floor(i / 8), 8 + (i % 8));
    return bookingInput({ meetingTypeId, startAt: new Date(start).toISOString() });
  });
  let isDone = false;
  let hits = 0;
  const cutting = (async () => {
    for (let cut = 0; cut < 8 && !isDone; cut += 1) {
      await sleep(40);
      hits += await cutConnections();
      await expectSound(scheduling);
    }
  })();
  const codes = await Promise.all(inputs.map(bookPatiently));
  isDone = true;
  await cutting;
  expect(hits).toBeGreaterThan(0);
  expect(new Set(codes)).toEqual(new Set([null]));
  await expectSound(scheduling);
  const [counts] = await scheduling.sql(
    `SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM outbox) AS events,
       (SELECT count(*)::int FROM attendee) AS attendees, (SELECT count(*)::int FROM idempotency) AS keys`,
  );
  expect(counts).toEqual({ bookings: 40, events: 40, attendees: 40, keys: 40 });
});

test("while the keys cannot be reached nothing is booked, and nothing is left behind", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const keysDatabaseUrl = "postgresql://nobody@127.0.0.1:9/nothing";
  const keyless = await startScheduling({
    database: scheduling.database,
    config: { ...scheduling.config, keysDatabaseUrl },
  });
  const input = bookingInput({ meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const answer = await keyless.ask(anonymous, { query: bookQuery, variables: { input } });
  await keyless.stop();
  expect(codeOf(answer)).toBe("SERVICE_UNAVAILABLE");
  expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|Lovelace/);
  const rows = await scheduling.sql("SELECT 1 FROM booking WHERE meeting_type_id = $1", [
    meetingTypeId,
  ]);
  expect(rows).toEqual([]);
  expect(await bookPatiently(input)).toBeNull();
});
