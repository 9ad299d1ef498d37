import { newId, type Caller } from "@tidbok/domain";
import { connectNats, RetentionChanged, type Nats } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, cancelQuery, offerMeeting, organization } from "./support/operations.ts";
import {
  account,
  codeOf,
  monday,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

const day = 24 * 60 * 60_000;
let nats: TestNats;
let scheduling: Scheduling;
let privacy: Nats;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  const log = createLogger("test", { level: "silent" });
  const seedFile = nats.seedFile("privacy");
  privacy = await connectNats({ servers: nats.url, seedFile, name: "privacy", log });
});
afterAll(async () => {
  await privacy.stop();
  await scheduling.stop();
  await nats.drop();
});

async function offered() {
  const offer = await offerMeeting(scheduling, {
    meetingType: { questions: [{ kind: "TEXT", label: "Topic?" }] },
  });
  const answers = [{ questionId: offer.meetingType.questions[0].id, text: "engines" }];
  const bookAt = async (startAt: string) => {
    const input = { meetingTypeId: offer.meetingTypeId, startAt, answers };
    const { booking, attendee } = (await book(scheduling, input)).data.bookMeeting;
    return { bookingId: booking.id as string, attendeeId: attendee.id as string };
  };
  const ruleId = newId();
  let aggregateVersion = 0;
  const keepFor = async (bookingDays: number | null) =>
    tellEvent(await privacy.connection(), {
      definition: RetentionChanged,
      aggregateId: ruleId,
      aggregateVersion: ++aggregateVersion,
      organizationId: offer.organizationId,
      data: { organizationId: offer.organizationId, bookingDays },
    });
  const left = async () =>
    (
      await scheduling.sql("SELECT id::text FROM booking WHERE organization_id = $1 ORDER BY id", [
        offer.organizationId,
      ])
    ).map(({ id }) => id);
  return { ...offer, bookAt, keepFor, left };
}

test("bookings go with all that hangs on them when their days are over, and a sibling's stay", async () => {
  const [one, sibling] = [await offered(), await offered()];
  const old = await one.bookAt("2027-02-02T08:00:00Z");
  const later = await one.bookAt("2027-02-10T08:00:00Z");
  const given = await one.bookAt("2027-03-02T08:00:00Z");
  const theirs = await sibling.bookAt("2027-02-02T08:00:00Z");
  await scheduling.data(one.host, cancelQuery, {
    input: { bookingId: given.bookingId, reason: "No time" },
  });

  // 30 days after the end of the first; the third one's days began on Monday, when it was cancelled.
  scheduling.clock.now = Date.parse("2027-02-02T08:30:00Z") + 30 * day;
  await one.keepFor(30);
  await scheduling.service.start();
  await eventually(async () => (await scheduling.sql("SELECT 1 FROM retention_rule")).length === 1);
  // A replica that starts looks at once, and not in a minute.
  const { database, config } = scheduling;
  const replica = await startScheduling({ nats, database, config });
  replica.clock.now = scheduling.clock.now;
  await replica.service.start();
  await eventually(async () => (await one.left()).length === 1, { withinMs: 15_000 });
  await replica.stop();
  expect(await one.left()).toEqual([later.bookingId]);
  expect(await sibling.left()).toEqual([theirs.bookingId]);

  const remains = await scheduling.sql(
    `SELECT (SELECT count(*)::int FROM attendee WHERE id = ANY($1)) + (SELECT count(*)::int FROM answer WHERE attendee_id = ANY($1))
       + (SELECT count(*)::int FROM reservation WHERE booking_id = ANY($2))
       + (SELECT count(*)::int FROM booking_change WHERE booking_id = ANY($2)) AS rows`,
    [
      [old.attendeeId, given.attendeeId],
      [old.bookingId, given.bookingId],
    ],
  );
  expect(remains).toEqual([{ rows: 0 }]);
  const told = await scheduling.sql(
    "SELECT aggregate_id::text AS id, data FROM outbox WHERE type = 'scheduling.booking.deleted'",
  );
  expect(told.map(({ id }) => id).sort()).toEqual([old.bookingId, given.bookingId].sort());
  expect(told[0].data).toEqual({ bookingId: told[0].id, organizationId: one.organizationId });
  const keys = await scheduling.keys(
    "SELECT subject_id::text AS id FROM subject_key WHERE destroyed_at IS NOT NULL AND wrapped IS NULL",
  );
  expect(keys.map(({ id }) => id)).toEqual(
    expect.arrayContaining([old.attendeeId, given.attendeeId]),
  );
  expect(keys.map(({ id }) => id)).not.toContain(theirs.attendeeId);
});

test("a preview counts what a rule would delete, for those who govern the organization", async () => {
  scheduling.clock.now = monday;
  const { organizationId, bookAt, keepFor, left } = await offered();
  const kept = await bookAt("2027-02-02T08:00:00Z");
  await bookAt("2027-02-09T08:00:00Z");
  scheduling.clock.now = Date.parse("2027-02-09T08:30:00Z");
  const preview = async (caller: Caller, days: number) =>
    (
      await organization(scheduling, caller, {
        id: organizationId,
        field: `retentionPreview(bookingDays: ${days}) { bookings attendees }`,
      })
    ).retentionPreview;
  const admin = account(organizationId, "ADMIN");
  expect(await preview(admin, 7)).toEqual({ bookings: 1, attendees: 1 });
  expect(await preview(admin, 8)).toEqual({ bookings: 0, attendees: 0 });
  expect(await preview(account(organizationId, "MEMBER"), 7)).toBeNull();
  expect(await preview(account(newId(), "OWNER"), 7)).toBeNull();
  const absurd = await scheduling.ask(admin, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { retentionPreview(bookingDays: 0) { bookings } } } }`,
    variables: { of: [{ __typename: "Organization", id: organizationId }] },
  });
  expect(codeOf(absurd)).toBe("INVALID_INPUT");

  // A rule that was taken back before its day deletes nothing.
  await keepFor(30);
  await keepFor(null);
  await eventually(async () => {
    const [rule] = await scheduling.sql(
      "SELECT booking_days FROM retention_rule WHERE organization_id = $1",
      [organizationId],
    );
    return rule?.booking_days === null;
  });
  expect(await left()).toContain(kept.bookingId);
});

test("whatever refers to a booking or an attendee goes with it", async () => {
  const kept = await scheduling.sql(
    `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
     WHERE contype = 'f' AND confrelid IN ('booking'::regclass, 'attendee'::regclass) AND confdeltype <> 'c'`,
  );
  expect(kept).toEqual([]);
});
