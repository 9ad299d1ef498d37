import { createVault, fileKeyProvider } from "@tidbok/vault";
import { PrismaPg } from "@prisma/adapter-pg";
import { createPool } from "@tidbok/service";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { personalData } from "../src/personal-data.ts";
import { createStore } from "../src/store/index.ts";
import {
  ada,
  attendeeOf,
  book,
  bookingQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

test("an attendee's data is exported whole, erased for good, and another's stays", async () => {
  const { meetingTypeId, host, meetingType } = await offerMeeting(scheduling, {
    // Both attend one meeting.
    meetingType: { questions: [{ kind: "TEXT", label: "Topic?" }], seats: 2 },
  });
  const answers = [{ questionId: meetingType.questions[0].id, text: "engines" }];
  const [one, two] = await Promise.all(
    ["2027-02-02T08:00:00Z", "2027-02-02T08:00:00Z"].map((startAt) =>
      book(scheduling, { meetingTypeId, startAt, answers }),
    ),
  );
  const { id } = one!.data.bookMeeting.attendee;
  const { id: bookingId } = one!.data.bookMeeting.booking;
  const move = { bookingId, startAt: "2027-02-02T11:00:00Z", reason: "A train" };
  await scheduling.data(host, rescheduleQuery, { input: move });
  const note = { bookingId, text: "Knows engines", idempotencyKey: "a-note-once" };
  const addNote = `mutation ($input: AddBookingNoteInput!) { addBookingNote(input: $input) { id } }`;
  await scheduling.data(host, addNote, { input: note });
  const { parts, close } = await openParts();
  expect(await personalData.exportSubject(parts, id)).toEqual({
    attendee: [{ ...ada, phone: null, locale: "en", cancellationReason: null }],
    answer: [{ questionId: answers[0]!.questionId, answer: "engines" }],
    change_reason: [{ reason: "A train" }],
    booking_note: [{ note: "Knows engines", createdAt: scheduling.clock.now }],
    absence: [],
    blocked_time: [],
    schedule: [],
    calendar_feed: [],
  });
  expect(await personalData.residue(parts, id)).toBe(8);
  expect(await personalData.eraseSubject(parts, id)).toBe(4);
  expect(await personalData.residue(parts, id)).toBe(0);
  expect(await personalData.eraseSubject(parts, id)).toBe(0);
  expect(await personalData.exportSubject(parts, id)).toMatchObject({ answer: [] });

  const see = async (bookingId: string) =>
    (await scheduling.data(host, bookingQuery, { id: bookingId })).booking;
  const erased = await see(one!.data.bookMeeting.booking.id);
  expect(erased).toMatchObject({ state: "CONFIRMED", startAt: "2027-02-02T11:00:00.000Z" });
  expect(erased.attendees).toMatchObject([{ name: null, email: null, answers: [] }]);
  const again = { ...note, idempotencyKey: "another-note" };
  const late = await scheduling.ask(host, { query: addNote, variables: { input: again } });
  expect(codeOf(late)).toBe("NOT_FOUND");
  const other = await see(two!.data.bookMeeting.booking.id);
  expect(other.attendees).toMatchObject([{ ...ada, answers: [{ text: "engines" }] }]);
  await close();
});

test("why a host keeps time free is exported whole and erased with the host", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const times = { startAt: "2027-02-02T09:00:00Z", endAt: "2027-02-02T10:00:00Z" };
  const input = { organizationId, ...times, reason: "A walk", idempotencyKey: "a-walk-once" };
  const query = `mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }`;
  await scheduling.data(host, query, { input });
  const { parts, close } = await openParts();
  const exported = await personalData.exportSubject(parts, host.accountId);
  expect(exported["blocked_time"]).toMatchObject([
    { start: Date.parse(times.startAt), reason: "A walk" },
  ]);
  expect(await personalData.residue(parts, host.accountId)).toBe(2);
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(2);
  expect(await personalData.residue(parts, host.accountId)).toBe(0);
  await close();
});

test("why a host was away is exported whole and erased with the host", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const input = { organizationId, startsOn: "2027-02-03", endsOn: "2027-02-04", reason: "A cold" };
  const query = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  await scheduling.data(host, query, { input });
  const { parts, close } = await openParts();
  const exported = await personalData.exportSubject(parts, host.accountId);
  expect(exported["absence"]).toMatchObject([{ startsOn: "2027-02-03", reason: "A cold" }]);
  expect(await personalData.residue(parts, host.accountId)).toBe(2);
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(2);
  expect(await personalData.residue(parts, host.accountId)).toBe(0);
  await close();
});

test("the hours and names of a host are exported whole, sealed where they are text, and erased with the host", async () => {
  const travel = [{ from: "2027-02-03", to: "2027-02-04", timeZone: "America/New_York" }];
  const overrides = [{ date: "2027-12-24", windows: [] }];
  const dates = { travel, overrides, holidayCountry: "SE" };
  const { host, scheduleId } = await offerMeeting(scheduling, {
    schedule: { name: "Before Paris", ...dates },
  });
  const { parts, close } = await openParts();
  const { schedule } = await personalData.exportSubject(parts, host.accountId);
  expect(schedule).toMatchObject([
    { id: scheduleId, name: "Before Paris", timeZone: "Europe/Stockholm", ...dates },
  ]);
  const stored = () => scheduling.sql("SELECT * FROM schedule WHERE id = $1", [scheduleId]);
  expect(JSON.stringify(await stored())).not.toContain("Paris");
  expect((await stored())[0]?.["name"]).toBeInstanceOf(Buffer);
  expect(await personalData.residue(parts, host.accountId)).toBe(1);
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(1);
  expect(await personalData.residue(parts, host.accountId)).toBe(0);
  expect(await stored()).toMatchObject([{ name: null, holiday_country: null }]);
  for (const table of ["schedule_window", "schedule_override", "schedule_travel"]) {
    const left = `SELECT 1 FROM ${table} WHERE schedule_id = $1`;
    expect(await scheduling.sql(left, [scheduleId])).toEqual([]);
  }
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(0);
  await close();
});

test("names from before names were sealed are sealed by the service", async () => {
  const { host, scheduleId } = await offerMeeting(scheduling);
  const made = `mutation { createCalendarFeed(input: { name: "New" }) { feed { id } } }`;
  const { createCalendarFeed } = await scheduling.data(host, made);
  const old = [
    ["schedule", scheduleId],
    ["calendar_feed", createCalendarFeed.feed.id],
  ] as const;
  for (const [table, id] of old) {
    const clear = `UPDATE ${table} SET name = NULL, plain_name = 'Old ' || '${table}' WHERE id = $1`;
    await scheduling.sql(clear, [id]);
  }
  const { parts, close } = await openParts();
  await parts.store.scheduleNames.sealPlain(10);
  await parts.store.calendarFeeds.sealPlainNames(10);
  const exported = await personalData.exportSubject(parts, host.accountId);
  expect(exported["schedule"]).toMatchObject([{ name: "Old schedule" }]);
  expect(exported["calendar_feed"]).toMatchObject([{ name: "Old calendar_feed" }]);
  for (const [table] of old) {
    const clear = `SELECT 1 FROM ${table} WHERE plain_name IS NOT NULL`;
    expect(await scheduling.sql(clear)).toEqual([]);
  }
  await personalData.eraseSubject(parts, host.accountId);
  await close();
});

test("the calendar feeds of a host and of an attendee are exported and taken away with them", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const attendee = attendeeOf(booked);
  const query = `mutation { createCalendarFeed(input: { name: "Phone" }) { feed { id } } }`;
  await scheduling.data(host, query);
  await scheduling.data(attendee, query);
  const { parts, close } = await openParts();
  const { calendar_feed: feeds } = await personalData.exportSubject(parts, host.accountId);
  expect(feeds).toMatchObject([{ name: "Phone", details: ["TITLE"], accountId: host.accountId }]);
  expect(feeds?.[0]).not.toHaveProperty("secretIndex");
  for (const id of [host.accountId, attendee.attendeeId]) {
    expect(await personalData.eraseSubject(parts, id)).toBeGreaterThan(0);
    expect(await personalData.residue(parts, id)).toBe(0);
  }
  expect(await scheduling.sql("SELECT 1 FROM calendar_feed")).toEqual([]);
  await close();
});

/** What privacy would work with, on connections of its own. */
async function openParts() {
  const pool = createPool(scheduling.config.databaseUrl);
  const keysPool = createPool(scheduling.config.keysDatabaseUrl);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(scheduling.config.kekFile),
    blindIndexKey: Buffer.from(scheduling.config.blindIndexKey, "base64"),
  });
  const close = async () => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), keysPool.end()]);
  };
  const parts = { store: createStore(prisma, vault), vault, now: () => scheduling.clock.now };
  return { parts, close };
}

test("every column that holds sealed bytes is one that personal-data knows", async () => {
  const rows = await scheduling.sql(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE data_type = 'bytea' AND table_schema = 'public' AND table_name <> 'idempotency'`,
  );
  const known = personalData.columns.map(({ table, column }) => `${table}.${column}`);
  expect(known).toEqual(
    expect.arrayContaining(rows.map((row) => `${row.table_name}.${row.column_name}`)),
  );
});
