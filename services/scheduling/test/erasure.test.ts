import { createVault, fileKeyProvider } from "@tidbok/vault";
import { PrismaPg } from "@prisma/adapter-pg";
import { createPool } from "@tidbok/service";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { personalData } from "../src/personal-data.ts";
import { createStore, type Store } from "../src/store/index.ts";
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
  expect((await stored())[0]?.["sealed_name"]).toBeInstanceOf(Buffer);
  expect(await personalData.residue(parts, host.accountId)).toBe(1);
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(1);
  expect(await personalData.residue(parts, host.accountId)).toBe(0);
  expect(await stored()).toMatchObject([{ name: null, sealed_name: null, holiday_country: null }]);
  for (const table of ["schedule_window", "schedule_override", "schedule_travel"]) {
    const left = `SELECT 1 FROM ${table} WHERE schedule_id = $1`;
    expect(await scheduling.sql(left, [scheduleId])).toEqual([]);
  }
  expect(await personalData.eraseSubject(parts, host.accountId)).toBe(0);
  await close();
});

test("names from before names were sealed are read, and sealed by the service", async () => {
  const { host, old } = await offerOldNames();
  const { parts, close } = await openParts();
  const read = async () => {
    const exported = await personalData.exportSubject(parts, host.accountId);
    expect(exported["schedule"]).toMatchObject([{ name: "Old schedule" }]);
    expect(exported["calendar_feed"]).toMatchObject([{ name: "Old calendar_feed" }]);
  };
  await read();
  const { calendarFeeds } = await scheduling.data(host, "{ calendarFeeds { name } }");
  expect(calendarFeeds).toEqual([{ name: "Old calendar_feed" }]);
  await sealAll(parts);
  await read();
  for (const [table] of old) expect(await plainNamesOf(table)).toEqual([]);
  await personalData.eraseSubject(parts, host.accountId);
  await close();
});

test("a name that is changed while the old one is being sealed stays changed", async () => {
  const { host, old } = await offerOldNames();
  const { parts, close } = await openParts();
  for (const [table, id] of old) {
    // A renaming that is not committed yet when the old name is read, and is when the sealed one is written.
    const renaming = await parts.pool.connect();
    await renaming.query("BEGIN");
    await renaming.query(`UPDATE ${table} SET name = 'Renamed' WHERE id = $1`, [id]);
    const { scheduleNames, calendarFeeds } = parts.store;
    const sealing =
      table === "schedule" ? scheduleNames.sealPlain(10) : calendarFeeds.sealPlainNames(10);
    await vi.waitUntil(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity
        WHERE wait_event = 'transactionid' AND datname = current_database()`;
      return (await parts.pool.query(waiting)).rowCount === 1;
    });
    await renaming.query("COMMIT");
    renaming.release();
    await sealing;
  }
  const exported = await personalData.exportSubject(parts, host.accountId);
  expect(exported["schedule"]).toMatchObject([{ name: "Renamed" }]);
  expect(exported["calendar_feed"]).toMatchObject([{ name: "Renamed" }]);
  await personalData.eraseSubject(parts, host.accountId);
  await close();
});

test("a plain name whose owner's key is destroyed goes, and does not keep others from being sealed", async () => {
  const gone = await offerOldNames();
  const kept = await offerOldNames();
  const { parts, close } = await openParts();
  await parts.vault.destroyKey(gone.host.accountId);
  await sealAll(parts);
  for (const [table] of gone.old) expect(await plainNamesOf(table)).toEqual([]);
  const left = await personalData.exportSubject(parts, gone.host.accountId);
  expect(left["schedule"]).toMatchObject([{ name: null }]);
  expect(left["calendar_feed"]).toMatchObject([{ name: null }]);
  const exported = await personalData.exportSubject(parts, kept.host.accountId);
  expect(exported["schedule"]).toMatchObject([{ name: "Old schedule" }]);
  expect(exported["calendar_feed"]).toMatchObject([{ name: "Old calendar_feed" }]);
  for (const { host } of [gone, kept]) await personalData.eraseSubject(parts, host.accountId);
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

/** A host whose schedule and feed have names as the former version stored them. */
async function offerOldNames() {
  const { host, scheduleId } = await offerMeeting(scheduling);
  const made = `mutation { createCalendarFeed(input: { name: "New" }) { feed { id } } }`;
  const { createCalendarFeed } = await scheduling.data(host, made);
  const old = [
    ["schedule", scheduleId],
    ["calendar_feed", createCalendarFeed.feed.id],
  ] as const;
  for (const [table, id] of old) {
    const clear = `UPDATE ${table} SET sealed_name = NULL, name = 'Old ' || '${table}' WHERE id = $1`;
    await scheduling.sql(clear, [id]);
  }
  return { host, old };
}

const plainNamesOf = (table: string) =>
  scheduling.sql(`SELECT name FROM ${table} WHERE name IS NOT NULL`);

async function sealAll({ store }: { readonly store: Store }) {
  await store.scheduleNames.sealPlain(10);
  await store.calendarFeeds.sealPlainNames(10);
}

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
  const parts = { store: createStore(prisma, vault), vault, pool, now: () => scheduling.clock.now };
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
