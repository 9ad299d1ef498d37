import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import {
  book,
  bookingQuery,
  createMeetingType,
  createSchedule,
  offerMeeting,
  organization,
  starts,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const { csv, row, told } = imports;

const send = (caller: Caller, input: Record<string, unknown>) =>
  imports.send(scheduling, caller, input);
const bring = (caller: Caller, input: Record<string, unknown>) =>
  imports.bring(scheduling, caller, input);

const countOf = async (table: string) =>
  Number((await scheduling.sql(`SELECT count(*) FROM ${table}`))[0].count);

test("a check says what would be made and makes nothing; an import makes it, whole, with its history and its news", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const content = csv(
    row("2027-02-02 20:00"),
    "2027-02-03T09:00:00+01:00,45,=Eve,eve@example.org,+46 70 555 01 23,America/New_York,",
    row("2026-02-02T09:00"),
  );
  const before = await countOf("booking");
  const checked = await bring(host, { meetingTypeId, content, mode: "CHECK" });
  expect(checked).toMatchObject({ id: null, isDone: false, rowCount: 3, importableCount: 3 });
  expect(await countOf("booking")).toBe(before);
  const keys = await countOf("attendee");

  const done = await bring(host, { meetingTypeId, content });
  expect(done).toMatchObject({ isDone: true, rowCount: 3, importedCount: 3, importableCount: 0 });
  expect(told(done)).toEqual(["2 IMPORTED", "3 IMPORTED", "4 IMPORTED"]);
  expect(await countOf("attendee")).toBe(keys + 3);
  const [one, two, three] = done.rows;
  // Eight in the evening, which the host does not offer, on the wall of the file's zone.
  expect(one.startAt).toBe("2027-02-02T19:00:00.000Z");
  const { booking } = await scheduling.data(host, bookingQuery, { id: two.booking.id });
  expect(booking).toMatchObject({
    state: "CONFIRMED",
    sequence: 0,
    startAt: "2027-02-03T08:00:00.000Z",
    endAt: "2027-02-03T08:45:00.000Z",
    hosts: [{ id: host.accountId }],
    attendees: [
      {
        name: "=Eve",
        email: "eve@example.org",
        phone: "+46 70 555 01 23",
        timeZone: "America/New_York",
        locale: "en",
      },
    ],
  });
  const past = await scheduling.data(
    host,
    `query ($id: ID!) { booking(id: $id) { state history { nodes { kind by byId at } } } }`,
    { id: three.booking.id },
  );
  expect(past.booking).toMatchObject({
    state: "COMPLETED",
    history: { nodes: [{ kind: "IMPORTED", by: "HOST", byId: host.accountId }] },
  });
  const news = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND aggregate_version = 1",
    [two.booking.id],
  );
  expect(news[0].data).toMatchObject({ isImported: true, isPending: false });
  expect(news[0].data).not.toHaveProperty("tellsAttendees");

  // Its time is taken like any other's.
  const free = await starts(scheduling, { id: meetingTypeId, from: "2027-02-03" });
  expect(free).not.toContain("2027-02-03T08:30:00.000Z");
  expect(free).toContain("2027-02-03T09:00:00.000Z");
  const list = "bookings { nodes { id } }";
  expect(
    (await organization(scheduling, host, { id: organizationId, field: list })).bookings.nodes,
  ).toHaveLength(3);
});

test("nothing is done where one line is wrong, and every line says what is; told so, what is right is done", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const content = csv(
    row("2027-02-02 09:15"),
    row("2027-02-02 10:00", "a"),
    row("2027-02-02 11:00", "a"),
    row("2027-02-02 10:15"),
    row("2027-03-28 02:30"),
    row("2027-02-30 09:00"),
    row("1999-12-31 09:00"),
    `2027-02-02 12:00,30,,nobody,+,Mars/Olympus,`,
    `,0,Ada,ada@example.org,,,`,
    `2027-02-02 13:00,0,Ada,ada@example.org,,,`,
    `2027-02-02 13:00,1441,Ada,ada@example.org,,,`,
    `2027-02-02 13:00,30,${"x".repeat(151)},ada@example.org,,,`,
    `2027-02-02 13:00:30,30,Ada,ada@example.org,,,`,
    "2027-02-02 14:00,30",
    row("2027-02-02 14:00"),
  );
  const expected = [
    "2 REFUSED START TIME_TAKEN",
    "3 IMPORTABLE",
    "4 REFUSED UID REPEATED",
    "5 REFUSED START TIME_TAKEN",
    "6 REFUSED START NO_SUCH_TIME",
    "7 REFUSED START WRONG_FORMAT",
    "8 REFUSED START OUT_OF_RANGE",
    "9 REFUSED START UNKNOWN_TIME_ZONE NAME REQUIRED EMAIL WRONG_FORMAT PHONE WRONG_FORMAT TIME_ZONE UNKNOWN_TIME_ZONE",
    "10 REFUSED START REQUIRED",
    "11 REFUSED END END_BEFORE_START",
    "12 REFUSED END OUT_OF_RANGE",
    "13 REFUSED NAME TOO_LONG",
    "14 REFUSED START WRONG_FORMAT",
    "15 REFUSED null WRONG_COLUMN_COUNT",
    "16 IMPORTABLE",
  ];
  const before = await countOf("booking");
  const refused = await bring(host, { meetingTypeId, content });
  expect(refused).toMatchObject({ id: null, isDone: false, importedCount: 0, refusedCount: 13 });
  expect(told(refused)).toEqual(expected);
  expect(JSON.stringify(refused)).not.toContain("nobody");
  expect(await countOf("booking")).toBe(before);
  const partly = await bring(host, { meetingTypeId, content, skipsRefused: true });
  expect(partly).toMatchObject({ isDone: true, importedCount: 2, refusedCount: 13 });
  expect(told(partly)).toEqual(expected.map((line) => line.replace("IMPORTABLE", "IMPORTED")));
  expect(await countOf("booking")).toBe(before + 2);
});

test("the same file makes nothing twice: by its key it says what it said, by another one that all is known", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const content = csv(row("2027-02-04 09:00", "one"), row("2027-02-04 10:00"));
  const idempotencyKey = newId();
  const first = await bring(host, { meetingTypeId, content, idempotencyKey });
  expect(await bring(host, { meetingTypeId, content, idempotencyKey })).toEqual(first);
  const other = await send(host, { meetingTypeId, content: `${content}\r\n`, idempotencyKey });
  expect(codeOf(other)).toBe("IDEMPOTENCY_KEY_REUSED");
  const again = await bring(host, { meetingTypeId, content });
  expect(told(again)).toEqual(["2 KNOWN", "3 KNOWN"]);
  expect(again.rows.map(({ booking }: { booking: object }) => booking)).toEqual(
    first.rows.map(({ booking }: { booking: object }) => booking),
  );
  // Moved in the source: the source's name for it says that it is the same.
  const moved = csv(row("2027-02-04 15:00", "one"), row("2027-02-04 16:00"));
  expect(told(await bring(host, { meetingTypeId, content: moved }))).toEqual([
    "2 KNOWN",
    "3 IMPORTED",
  ]);
});

test("ten imports of one file at once make its bookings once, and one of a booking and an import gets the time", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const content = csv(row("2027-02-05 09:00"), row("2027-02-05 10:00"), row("2027-02-05 11:00"));
  const all = await Promise.all(
    Array.from({ length: 10 }, () => bring(host, { meetingTypeId, content })),
  );
  const made = all.map(({ importedCount }) => importedCount);
  expect(made.filter((count) => count === 3)).toHaveLength(1);
  expect(made.filter((count) => count === 0)).toHaveLength(9);

  const startAt = "2027-02-05T12:00:00Z";
  const [booked, brought] = await Promise.all([
    book(scheduling, { meetingTypeId, startAt }),
    bring(host, { meetingTypeId, content: csv(row("2027-02-05 13:00")) }),
  ]);
  expect(codeOf(booked) === null).toBe(!brought.isDone);
  const rows = await scheduling.sql(
    "SELECT 1 FROM booking WHERE meeting_type_id = $1 AND start_at = $2 AND state = 'CONFIRMED'",
    [meetingTypeId, startAt],
  );
  expect(rows).toHaveLength(1);
});

test("a member brings along what they host, an admin what any host does, and nobody else anything", async () => {
  const organizationId = newId();
  const [one, two] = [account(organizationId, "MEMBER"), account(organizationId, "MEMBER")];
  const admin = account(organizationId, "ADMIN");
  const hosts = [];
  for (const host of [one, two]) {
    const scheduleId = await createSchedule(scheduling, host, { organizationId });
    hosts.push({ accountId: host.accountId, scheduleId });
  }
  const { id: meetingTypeId } = await createMeetingType(scheduling, admin, {
    organizationId,
    mode: "ROUND_ROBIN",
    hosts,
  });
  const own = csv(row("2027-02-02 09:00"));
  expect(told(await bring(one, { meetingTypeId, content: own }))).toEqual(["2 IMPORTED"]);
  const named = `start,durationMinutes,name,email,hostId\n2027-02-02 09:00,30,Ada,a@b.example,${two.accountId}\n2027-02-02 09:00,30,Ada,a@b.example,${newId()}`;
  expect(told(await bring(one, { meetingTypeId, content: named }))).toEqual([
    "2 REFUSED HOST NOT_YOURS",
    "3 REFUSED HOST UNKNOWN_HOST",
  ]);
  expect(told(await bring(admin, { meetingTypeId, content: named, skipsRefused: true }))).toEqual([
    "2 IMPORTED",
    "3 REFUSED HOST UNKNOWN_HOST",
  ]);
  const unnamed = csv(row("2027-02-02 10:00"));
  expect(told(await bring(admin, { meetingTypeId, content: unnamed }))).toEqual([
    "2 REFUSED HOST REQUIRED",
  ]);
  const fallback = { meetingTypeId, content: unnamed, hostId: two.accountId };
  expect(problemsOf(await send(one, fallback))).toEqual(["hostId NOT_YOURS"]);
  expect((await bring(admin, fallback)).isDone).toBe(true);

  const before = await countOf("booking");
  for (const [caller, code] of [
    [anonymous, "NOT_FOUND"],
    [account(newId(), "OWNER"), "NOT_FOUND"],
    [account(organizationId, "MEMBER"), "FORBIDDEN"],
  ] as const) {
    expect(codeOf(await send(caller, { meetingTypeId, content: own }))).toBe(code);
  }
  expect(await countOf("booking")).toBe(before);
});

test("what was brought along is as sound as what was booked", () => expectSound(scheduling));
