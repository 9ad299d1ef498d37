import { setTimeout as sleep } from "node:timers/promises";
import { eventually, type Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { book, offerMeeting, starts } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const nine = "2027-02-02T08:00:00.000Z";

/** Somebody else, such as another replica that has come to a stop, is at work on this host. */
async function stall(hostId: string) {
  const client = await scheduling.database.session();
  await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [hostId]);
  return { end: () => client.end() };
}

test(
  "while a host cannot be got hold of for seconds, 64 clients wait and one of them books; others can look and book meanwhile",
  { timeout: 60_000 },
  async () => {
    const stalled = await offerMeeting(scheduling);
    const other = await offerMeeting(scheduling);
    const stop = await stall(stalled.host.accountId);
    const waiting = Promise.all(
      Array.from({ length: 64 }, () =>
        book(scheduling, { meetingTypeId: stalled.meetingTypeId, startAt: nine }),
      ),
    );
    await sleep(500);
    const began = performance.now();
    for (const { meetingTypeId } of [stalled, other]) {
      expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).toContain(nine);
    }
    const elsewhere = await book(scheduling, {
      meetingTypeId: other.meetingTypeId,
      startAt: nine,
    });
    expect(codeOf(elsewhere)).toBeNull();
    // Nobody of the 64 has a connection but the first.
    expect(performance.now() - began).toBeLessThan(4_000);
    await sleep(5_000);
    await stop.end();
    expect(codes(await waiting)).toEqual({ BOOKED: 1, SLOT_TAKEN: 63 });
    await expectSound(scheduling);
  },
);

test("a request whose turn does not come is told TOO_BUSY, before five seconds are over", async () => {
  const { LONGEST_LINE_SECONDS: _, ...usual } = scheduling.env as Record<string, string>;
  expect(readConfig(usual).longestLineSeconds).toBeLessThan(5);
  const config = { ...scheduling.config, longestLineSeconds: 1 };
  const beside = await startScheduling({ database: scheduling.database, config });
  const { meetingTypeId, host } = await offerMeeting(beside);
  const stop = await stall(host.accountId);
  const answers: Answer[] = [];
  const all = [1, 2, 3].map(async () => {
    answers.push(await book(beside, { meetingTypeId, startAt: nine }));
  });
  // One of the three has its turn and waits for the host; the other two are answered meanwhile.
  await eventually(() => answers.length === 2);
  const busy = { code: "TOO_BUSY", retryAfterSeconds: 1 };
  expect(answers.map(({ errors }) => errors?.[0]?.extensions)).toMatchObject([busy, busy]);
  await stop.end();
  await Promise.all(all);
  expect(answers.map(codeOf)).toEqual([busy.code, busy.code, null]);
  await beside.stop();
});
