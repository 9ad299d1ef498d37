import { anonymous } from "@tidbok/domain";
import { eventually, proofCases } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingInput, bookQuery, offerMeeting } from "./support/operations.ts";
import { startProcess } from "./support/scheduling-process.ts";
import { expectSound } from "./support/sound.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

// One for each table in a short run.
const rounds = proofCases({ briefly: 6, whole: 50 });
const together = 4;
const halfHour = 30 * 60_000;
// A booking writes to these one after the other; a lock on one of them stops it right there.
const tables = ["idempotency", "booking", "reservation", "attendee", "booking_change", "outbox"];

/** Does the work while a lock keeps the table from being written. */
async function whileBlocked(table: string, work: () => Promise<void>): Promise<void> {
  const blocker = await scheduling.database.session();
  await blocker.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  await work();
  await blocker.query("ROLLBACK");
  await blocker.end();
}

const isSomebodyStopped = async () => {
  const waiting = await scheduling.sql(
    `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE NOT l.granted AND l.locktype = 'relation' AND a.datname = current_database()`,
  );
  return waiting.length > 0;
};

const isNobodyThere = async () => {
  const backends = await scheduling.sql(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'scheduling_app' AND xact_start IS NOT NULL`,
  );
  return backends.length === 0;
};

test(
  `the service is killed ${rounds} times in mid-transaction: no time is taken without a booking, no booking is untold`,
  { timeout: 600_000 },
  async () => {
    scheduling.clock.now = Date.now();
    const { meetingTypeId } = await offerMeeting(scheduling, {
      schedule: {
        timeZone: "UTC",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "24:00" }],
      },
    });
    const first = Math.ceil(Date.now() / halfHour) * halfHour + 48 * 2 * halfHour;
    const inputs = Array.from({ length: rounds * together }, (_, i) =>
      bookingInput({ meetingTypeId, startAt: new Date(first + i * halfHour).toISOString() }),
    );
    let next = startProcess(scheduling);
    for (let round = 0; round < rounds; round += 1) {
      const victim = await next;
      // Made while this one is killed; a start takes longer than a booking.
      if (round + 1 < rounds) next = startProcess(scheduling);
      const mine = inputs.slice(round * together, (round + 1) * together);
      await whileBlocked(tables[round % tables.length]!, async () => {
        const answers = mine.map((input) => victim.ask({ query: bookQuery, variables: { input } }));
        await eventually(isSomebodyStopped);
        await victim.kill();
        expect(await Promise.all(answers)).toEqual(mine.map(() => null));
      });
      await eventually(isNobodyThere);
      await expectSound(scheduling);
      const [left] = await scheduling.sql(
        `SELECT (SELECT count(*)::int FROM reservation) AS reservations, (SELECT count(*)::int FROM booking) AS bookings,
           (SELECT count(*)::int FROM outbox) AS events, (SELECT count(*)::int FROM idempotency) AS keys`,
      );
      expect(left).toEqual({ reservations: 0, bookings: 0, events: 0, keys: 0 });
    }
    // Whoever asks again with the same key gets what was wanted, once.
    for (let i = 0; i < inputs.length; i += together) {
      const some = inputs.slice(i, i + together);
      const again = await Promise.all(
        [...some, ...some].map((input) =>
          scheduling.ask(anonymous, {
            query: bookQuery,
            variables: { input },
            // Each few attendees come from a network of their own, so that no limit stops them.
            network: `${i}`,
          }),
        ),
      );
      expect(new Set(again.map(codeOf))).toEqual(new Set([null]));
    }
    const [made] = await scheduling.sql(
      `SELECT (SELECT count(*)::int FROM booking) AS bookings, (SELECT count(*)::int FROM outbox) AS events,
         (SELECT count(*)::int FROM reservation WHERE booking_id IS NULL) AS orphans`,
    );
    const count = rounds * together;
    expect(made).toEqual({ bookings: count, events: count, orphans: 0 });
    await expectSound(scheduling);
  },
);
