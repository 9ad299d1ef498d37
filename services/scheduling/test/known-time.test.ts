import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, offerMeeting, organization, slotsQuery } from "./support/operations.ts";
import { codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

// The server's clock writes these columns; people give all others.
const ofTheClock = new Set([
  "accepted_at",
  "answer_by",
  "answered_at",
  "cancelled_at",
  "changed_at",
  "created_at",
  "died_at",
  "erased_at",
  "finished_at",
  "joined_at",
  "left_at",
  "no_show_at",
  "occurred_at",
  "published_at",
  "received_at",
  "released_at",
  "revoked_at",
  "since",
  "told_at",
  "updated_at",
]);
// A hold ends when the server says; a reservation is bounded by its booking or hold.
const derived = new Set([
  "hold.expires_at",
  "reservation.expires_at",
  "reservation.during",
  "rate_limit.expires_at",
]);

test("the database bounds every date and instant that people give", async () => {
  const columns = await scheduling.sql(
    `SELECT c.table_name || '.' || c.column_name AS name, c.column_name AS column,
       coalesce(string_agg(pg_get_constraintdef(k.oid), ' '), '') AS checks
     FROM information_schema.columns c
     LEFT JOIN pg_constraint k ON k.conrelid = c.table_name::regclass AND k.contype = 'c'
     WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations' AND c.udt_name IN ('date', 'timestamptz', '_timestamptz', 'tstzrange')
     GROUP BY 1, 2 ORDER BY 1`,
  );
  expect(columns.length).toBeGreaterThan(40);
  const unbounded = (columns as { name: string; column: string; checks: string }[]).filter(
    ({ name, column, checks }) =>
      !ofTheClock.has(column) &&
      !derived.has(name) &&
      !new RegExp(`\\b${column}\\b.*2200-01-01`).test(checks),
  );
  expect(unbounded.map(({ name }) => name)).toEqual([]);
});

test("a visitor's page stays open whatever year a host's absence names", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const query = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const absent = (startsOn: string, endsOn: string) =>
    scheduling.ask(host, { query, variables: { input: { organizationId, startsOn, endsOn } } });
  for (const year of ["0027", "1969", "2200", "9990"]) {
    const refused = await absent(`${year}-02-01`, `${year}-02-03`);
    expect(codeOf(refused)).toMatch(/INVALID_INPUT|BAD_REQUEST/);
  }
  const days = {
    id: meetingTypeId,
    from: "2027-02-01",
    to: "2027-02-05",
    timeZone: "Europe/Stockholm",
  };
  const page = await scheduling.ask(host, { query: slotsQuery, variables: days });
  expect(page.data.meetingType.slots.length).toBeGreaterThan(0);
});

test("hours that can no longer be used close their host alone, and the host reads why", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  await scheduling.sql(`UPDATE schedule SET time_zone = 'Mars/Olympus' WHERE owner_id = $1`, [
    host.accountId,
  ]);
  const days = { id: meetingTypeId, from: "2027-02-01", to: "2027-02-05", timeZone: "Asia/Tokyo" };
  const page = await scheduling.ask(anonymous, { query: slotsQuery, variables: days });
  expect(page.errors).toBeUndefined();
  expect(page.data.meetingType.slots).toEqual([]);
  const startAt = "2027-02-02T08:00:00Z";
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt }))).toBe("SLOT_OUTSIDE_HOURS");
  const field = "schedules { nodes { problems { path code } } }";
  const { schedules } = await organization(scheduling, host, { id: organizationId, field });
  const problems = [{ path: "timeZone", code: "UNKNOWN_TIME_ZONE" }];
  expect(schedules.nodes).toEqual([{ problems }]);
});
