import { anonymous, newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingInput,
  bookQuery,
  cancelQuery,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";
import { takeLocksAway } from "./support/take-locks-away.ts";

let scheduling: Scheduling;
let replicas: readonly Scheduling[];
beforeAll(async () => {
  scheduling = await startScheduling();
  replicas = await startReplicas();
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await scheduling.stop();
});

// One process puts those who want the same in a line; between processes the database alone does.
const startReplicas = () =>
  Promise.all(
    [1, 2, 3].map(() =>
      startScheduling({ database: scheduling.database, config: scheduling.config }),
    ),
  );
const replica = (i: number) => replicas[i % replicas.length] ?? scheduling;

const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();

test("of two people who book one slot at once, exactly one gets it", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const answers = await Promise.all(
    [1, 2].map((i) => book(replica(i), { meetingTypeId, startAt: at(0) })),
  );
  expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 1 });
  await expectSound(scheduling);
});

test("of 64 people who book one slot at once, exactly one gets it and all others are told why", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) => book(replica(i), { meetingTypeId, startAt: at(0) })),
  );
  expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 63 });
  await expectSound(scheduling);
  // Who loses leaves nothing, not even a key.
  const keys = await scheduling.keys("SELECT subject_id::text AS id FROM subject_key ORDER BY id");
  const people = `SELECT id::text FROM attendee UNION SELECT owner_id::text FROM schedule ORDER BY id`;
  expect(keys).toEqual(await scheduling.sql(people));
});

test("bookings that overlap in steps never overlap in the end, and no deadlock reaches anybody", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { durationsMinutes: [60], stepMinutes: 5, bufferAfterMinutes: 5 },
  });
  const answers = await Promise.all(
    Array.from({ length: 48 }, (_, i) => book(replica(i), { meetingTypeId, startAt: at(i * 5) })),
  );
  const counts = codes(answers);
  expect(Object.keys(counts).sort()).toEqual(["BOOKED", "SLOT_TAKEN"]);
  expect(counts["BOOKED"]).toBeGreaterThanOrEqual(2);
  await expectSound(scheduling);
});

test("meetings that want several hosts in any order leave no half of a booking", async () => {
  const organizationId = newId();
  const admin = account(organizationId, "ADMIN");
  const hosts = await Promise.all(
    [1, 2, 3].map(async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  const pairs = [
    [0, 1],
    [1, 2],
    [2, 0],
  ];
  const ids = await Promise.all(
    pairs.map(async (pair, i) => {
      const input = {
        organizationId,
        slug: `pair-${i}`,
        title: "Two of us",
        mode: "COLLECTIVE",
        durationsMinutes: [30],
        noticeMinutes: 0,
        hosts: pair.map((each) => hosts[each]),
      };
      const made = await scheduling.data(admin, createMeetingTypeQuery, { input });
      return made.createMeetingType.id as string;
    }),
  );
  const answers = await Promise.all(
    Array.from({ length: 45 }, (_, i) =>
      book(replica(Math.floor(i / 3)), {
        meetingTypeId: ids[i % 3],
        startAt: at(Math.floor(i / 9) * 30),
      }),
    ),
  );
  // Any two pairs share a host: of the nine who want a time, one gets it.
  expect(codes(answers)).toEqual({ BOOKED: 5, SLOT_TAKEN: 40 });
  const partial = await scheduling.sql(
    `SELECT booking_id FROM reservation r JOIN booking b ON b.id = r.booking_id
     WHERE b.organization_id = $1 GROUP BY booking_id HAVING count(*) <> 2`,
    [organizationId],
  );
  expect(partial).toEqual([]);
  await expectSound(scheduling);
});

test("in round robin as many people book one time at once as there are hosts", async () => {
  const organizationId = newId();
  const admin = account(organizationId, "OWNER");
  const hosts = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  const input = {
    organizationId,
    slug: "any-of-us",
    title: "Any of us",
    mode: "ROUND_ROBIN",
    hosts,
    durationsMinutes: [30],
    noticeMinutes: 0,
  };
  const { createMeetingType } = await scheduling.data(admin, createMeetingTypeQuery, { input });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      book(replica(i), { meetingTypeId: createMeetingType.id, startAt: at(0) }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 5, SLOT_TAKEN: 7 });
  await expectSound(scheduling);
});

test("a round robin books its other hosts while a transaction decides about one of them, and waits only when none is left", async () => {
  const organizationId = newId();
  const admin = account(organizationId, "OWNER");
  const hosts = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  const input = {
    organizationId,
    slug: "either",
    title: "Either",
    mode: "ROUND_ROBIN",
    hosts,
    durationsMinutes: [30],
    noticeMinutes: 0,
  };
  const { createMeetingType } = await scheduling.data(admin, createMeetingTypeQuery, { input });
  const bookAt = (startAt: string) =>
    book(scheduling, { meetingTypeId: createMeetingType.id, startAt });
  const ids = hosts.map(({ accountId }) => accountId).sort();
  const other = await scheduling.database.session();
  const lock = (id: string | undefined) =>
    other.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [id]);
  await lock(ids[0]);
  const booked = await Promise.all([at(0), at(30), at(60)].map(bookAt));
  expect(booked.map((answer) => answer.data.bookMeeting.booking.host.id)).toEqual(
    Array(3).fill(ids[1]),
  );
  await lock(ids[1]);
  const waiting = bookAt(at(0));
  await eventually(async () => {
    const [row] = await scheduling.sql(
      "SELECT 1 AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
    );
    return row;
  });
  await other.end();
  expect((await waiting).data.bookMeeting.booking.host.id).toBe(ids[0]);
  await expectSound(scheduling);
});

test("200 calls with one key are one booking and one answer", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const input = bookingInput({ meetingTypeId, startAt: at(0) });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      replica(i).ask(anonymous, { query: bookQuery, variables: { input } }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 200 });
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  await expectSound(scheduling);
});

test("of a move and a booking that want one slot, the loser keeps what it had", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { meetingTypeId, host } = await offerMeeting(scheduling);
    const first = await book(scheduling, { meetingTypeId, startAt: at(0) });
    const bookingId = first.data.bookMeeting.booking.id as string;
    const [moved, booked] = await Promise.all([
      replica(0).ask(host, {
        query: rescheduleQuery,
        variables: { input: { bookingId, startAt: at(60) } },
      }),
      book(replica(1), { meetingTypeId, startAt: at(60) }),
    ]);
    expect([codeOf(moved), codeOf(booked)].sort()).toEqual(["SLOT_TAKEN", null].sort());
    const [row] = await scheduling.sql("SELECT start_at, sequence FROM booking WHERE id = $1", [
      bookingId,
    ]);
    const isMoved = codeOf(moved) === null;
    expect(row).toEqual({ start_at: new Date(at(isMoved ? 60 : 0)), sequence: isMoved ? 1 : 0 });
  }
  await expectSound(scheduling);
});

test("a booking that is cancelled 20 times at once is cancelled once, and told once", async () => {
  const { meetingTypeId, host } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const { id: bookingId } = booked.data.bookMeeting.booking;
  const callers = [host, attendeeOf(booked)];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      replica(i).ask(callers[i % 2]!, { query: cancelQuery, variables: { input: { bookingId } } }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 20 });
  const told = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.booking.cancelled'",
    [bookingId],
  );
  expect(told).toHaveLength(1);
  expect(told[0].data.sequence).toBe(1);
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBeNull();
  await expectSound(scheduling);
});

test("three meeting types are made when ten are asked for at once on the free plan", async () => {
  const organizationId = newId();
  const host = account(organizationId, "OWNER");
  const scheduleId = await createSchedule(scheduling, host, { organizationId });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      scheduling.ask(host, {
        query: createMeetingTypeQuery,
        variables: {
          input: {
            organizationId,
            scheduleId,
            slug: `talk-${i}`,
            title: "T",
            durationsMinutes: [30],
          },
        },
      }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 3, PLAN_LIMIT_REACHED: 7 });
});

test("with the advisory locks taken away the constraint alone keeps bookings apart", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const unlocked = await takeLocksAway(scheduling);
  try {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => book(unlocked, { meetingTypeId, startAt: at(0) })),
    );
    const counts = codes(answers);
    expect(counts["BOOKED"]).toBe(1);
    expect(counts["SLOT_TAKEN"]).toBe(23);
  } finally {
    await unlocked.stop();
  }
  await expectSound(scheduling);
});
