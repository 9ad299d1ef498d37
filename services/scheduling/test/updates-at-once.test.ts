import { readdirSync, readFileSync } from "node:fs";
import { newId, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { Kind, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, offerMeeting } from "./support/operations.ts";
import { openRoutingPlace } from "./support/routing-place.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const mutate = (caller: Caller, name: string, selection: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) ${selection} }`;
  return scheduling.ask(caller, { query, variables: { input } });
};

/** A row with two changes to different columns of it, and how it is deleted. */
type Raced = {
  readonly caller: Caller;
  readonly id: string;
  readonly idName: string;
  readonly table: string;
  readonly changes: readonly [
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>?,
  ];
  readonly deletion: string | null;
};

const create = async (caller: Caller, name: string, input: object): Promise<string> =>
  (await mutate(caller, name, "{ id }", input)).data[name].id;

const raced: Readonly<Record<string, () => Promise<Raced>>> = {
  updateAbsence: async () => {
    const { organizationId, host: caller } = await offerMeeting(scheduling);
    const days = { startsOn: "2027-03-05", endsOn: "2027-03-06" };
    return {
      caller,
      id: await create(caller, "createAbsence", { organizationId, ...days }),
      idName: "absenceId",
      table: "absence",
      changes: [{ startsOn: "2027-03-01" }, { endsOn: "2027-03-09" }],
      deletion: "deleteAbsence",
    };
  },
  updateBlockedTime: async () => {
    const { organizationId, host: caller } = await offerMeeting(scheduling);
    const time = { startAt: "2027-03-05T08:00:00.000Z", endAt: "2027-03-05T09:00:00.000Z" };
    const input = { organizationId, ...time, idempotencyKey: newId() };
    return {
      caller,
      id: await create(caller, "blockTime", input),
      idName: "blockedTimeId",
      table: "blocked_time",
      changes: [{ startAt: "2027-03-05T07:00:00.000Z" }, { endAt: "2027-03-05T10:00:00.000Z" }],
      deletion: "deleteBlockedTime",
    };
  },
  updateBookingNote: async () => {
    const { host: caller, meetingTypeId } = await offerMeeting(scheduling);
    const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
    const bookingId = booked.data.bookMeeting.booking.id;
    const input = { bookingId, text: "Prefers tea", idempotencyKey: newId() };
    return {
      caller,
      id: await create(caller, "addBookingNote", input),
      idName: "noteId",
      table: "booking_note",
      changes: [{ text: "Prefers coffee" }],
      deletion: "deleteBookingNote",
    };
  },
  updateCalendarFeed: async () => {
    const { host: caller } = await offerMeeting(scheduling);
    const name = "createCalendarFeed";
    const made = await mutate(caller, name, "{ feed { id } }", { name: "Phone" });
    return {
      caller,
      id: made.data[name].feed.id,
      idName: "calendarFeedId",
      table: "calendar_feed",
      changes: [{ name: "Telephone" }, { details: ["TITLE", "LOCATION"] }],
      deletion: "revokeCalendarFeed",
    };
  },
  updateMeetingType: async () => {
    const { host: caller, meetingTypeId } = await offerMeeting(scheduling);
    return {
      caller,
      id: meetingTypeId,
      idName: "meetingTypeId",
      table: "meeting_type",
      changes: [{ title: "A second talk" }, { noticeMinutes: 15 }],
      deletion: null,
    };
  },
  updateRoutingForm: async () => {
    const place = await openRoutingPlace(scheduling);
    return {
      caller: place.admin,
      id: await place.makeForm(),
      idName: "routingFormId",
      table: "routing_form",
      changes: [{ title: "How can we help?" }, { fallback: null }],
      deletion: "deleteRoutingForm",
    };
  },
  updateSchedule: async () => {
    const { host: caller, organizationId } = await offerMeeting(scheduling);
    const hours = { name: "Summer", timeZone: "Europe/Stockholm", weekly: [] };
    return {
      caller,
      id: await create(caller, "createSchedule", { organizationId, ...hours }),
      idName: "scheduleId",
      table: "schedule",
      changes: [{ name: "Winter" }, { timeZone: "Asia/Tokyo" }],
      deletion: "deleteSchedule",
    };
  },
};

test("each mutation that updates a row is raced here", () => {
  const source = new URL("../src/", import.meta.url);
  const names = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("schema.graphql"))
    .flatMap((file) => parse(readFileSync(new URL(file, source), "utf8")).definitions)
    .flatMap((part) =>
      part.kind === Kind.OBJECT_TYPE_EXTENSION && part.name.value === "Mutation"
        ? (part.fields ?? [])
        : [],
    )
    .map(({ name }) => name.value);
  expect(names.length).toBeGreaterThan(30);
  expect(Object.keys(raced)).toEqual(names.filter((name) => name.startsWith("update")).sort());
});

/** Holds the row while the requests come in, one after the other, so that each of them has to wait; then lets go. */
async function behindTheRow(
  { table, id }: Raced,
  requests: readonly (() => ReturnType<typeof mutate>)[],
) {
  const session = await scheduling.database.session();
  await session.query("BEGIN");
  await session.query(`SELECT FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
  const answers: ReturnType<typeof mutate>[] = [];
  for (const [i, request] of requests.entries()) {
    answers.push(request());
    await eventually(async () => {
      const [row] = await scheduling.sql(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row.waiting > i;
    });
  }
  await session.query("COMMIT");
  await session.end();
  return Promise.all(answers);
}

// The text is all that a note has.
const wide = Object.keys(raced).filter((name) => name !== "updateBookingNote");

test.each(wide)("two changes by %s at once are both kept", async (name) => {
  const row = await raced[name]!();
  const { caller, id, idName, changes } = row;
  const [one, other] = changes;
  if (!other) throw new Error("There is one column to change.");
  const change = (input: object) => () =>
    mutate(caller, name, "{ id }", { [idName]: id, ...input });
  const answers = await behindTheRow(row, [change(one), change(other)]);
  expect(answers.map(codeOf)).toEqual([null, null]);
  const columns = Object.keys({ ...one, ...other });
  const selection = columns.map((name) => (name === "fallback" ? "fallback { group }" : name));
  const unchanged = await mutate(caller, name, `{ ${selection.join(" ")} }`, { [idName]: id });
  expect(unchanged.data[name]).toEqual({ ...one, ...other });
});

// Meeting types are deactivated; no mutation deletes one.
const deletable = Object.keys(raced).filter((name) => name !== "updateMeetingType");

test.each(deletable)(
  "a change by %s of a row that is deleted meanwhile says that there is none",
  async (name) => {
    const row = await raced[name]!();
    const { caller, id, idName, changes, deletion } = row;
    if (deletion === null) throw new Error("No mutation deletes it.");
    const input = { [idName]: id };
    const [deleted, changed] = await behindTheRow(row, [
      () => mutate(caller, deletion, "{ id }", input),
      () => mutate(caller, name, "{ id }", { ...input, ...changes[0] }),
    ]);
    expect([codeOf(deleted!), codeOf(changed!)]).toEqual([null, "NOT_FOUND"]);
    const left = await scheduling.sql(`SELECT FROM ${row.table} WHERE id = $1`, [id]);
    expect(left).toEqual([]);
  },
);
