import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { demand } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("Iris");
});

const files = path.resolve(import.meta.dirname, "../../../shared/acceptance/import");

const importQuery = `mutation ($input: ImportBookingsInput!) { importBookings(input: $input) {
  isDone rows { startAt outcome problems { field code } booking { id } } } }`;
const bookingQuery = `query ($id: ID!) { booking(id: $id) { attendees { email } guests { email }
  series { frequency bookings { startAt } } } }`;

async function bring(file: string, changes: object = {}) {
  const input = {
    meetingTypeId: stage.meetingType.id,
    format: "ICALENDAR",
    content: readFileSync(path.join(files, file), "utf8"),
    mode: "CHECK",
    timeZone: "Europe/Stockholm",
    ownEmails: ["host@example.org"],
    idempotencyKey: randomUUID(),
    ...changes,
  };
  const { token } = stage.host;
  const answer = await demand({ query: importQuery, variables: { input }, token });
  return answer.importBookings.rows;
}

async function bookingOf({ booking }: { readonly booking: { readonly id: string } }) {
  const { token } = stage.host;
  const answer = await demand({ query: bookingQuery, variables: { id: booking.id }, token });
  return answer.booking;
}

test.each([
  ["a01-windows-zone-no-vtimezone.ics", "2027-07-01T08:00"],
  ["a02-vtimezone-rdate.ics", "2027-07-01T08:00"],
  ["a03-tzid-slash-prefix.ics", "2027-07-01T08:00"],
  ["a12-tzid-Japan.ics", "2027-07-11T01:00"],
  ["a12-tzid-EST5EDT.ics", "2027-07-11T14:00"],
  ["a17-x-wr-timezone.ics", "2027-07-15T08:00"],
  ["a29-tzone-utc.ics", "2027-07-02T12:00"],
  ["a30-lower-case-z.ics", "2027-07-16T10:00"],
])("%s begins at %s of UTC", async (file, start) => {
  expect(await bring(file)).toMatchObject([{ startAt: `${start}:00.000Z`, outcome: "IMPORTABLE" }]);
});

test("X-WR-TIMEZONE counts where the import names no zone", async () => {
  const rows = await bring("a17-x-wr-timezone.ics", { timeZone: undefined });
  expect(rows).toMatchObject([{ startAt: "2027-07-15T14:00:00.000Z", outcome: "IMPORTABLE" }]);
});

test.each([
  ["a04-cdo-alldayevent.ics", { field: "START", code: "ALL_DAY" }],
  ["a16b-method-reply.ics", { field: null, code: "NOT_CONFIRMED" }],
])("%s is no booking", async (file, problem) => {
  const [row, ...others] = await bring(file);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ outcome: "REFUSED" });
  expect(row.problems).toContainEqual(problem);
});

test.each([
  ["a05-attendee-email-param.ics", "ada@people.example", []],
  ["a08-two-guests.ics", "ada@people.example", ["bo@people.example"]],
  ["a13-mailto-percent.ics", "ada+tag@people.example", []],
  ["a32-delegated.ics", "bo@people.example", []],
  ["a35-opt-participant.ics", "ada@people.example", ["boss@people.example"]],
])("%s: %s books, and %j are guests", async (file, email, guests) => {
  const [row, ...others] = await bring(file, { mode: "IMPORT" });
  expect(others).toEqual([]);
  expect(row).toMatchObject({ outcome: "IMPORTED" });
  const booking = await bookingOf(row);
  expect(booking).toMatchObject({
    attendees: [{ email }],
    guests: guests.map((each) => ({ email: each })),
  });
});

test("a series is imported at the same wall time, without what it leaves out, as one series", async () => {
  const rows = await bring("a07-rrule-exdate.ics", { mode: "IMPORT" });
  const starts = ["03-01T09", "03-08T09", "03-22T09", "03-29T08"].map(
    (text) => `2027-${text}:00:00.000Z`,
  );
  expect(rows.map((row: { startAt: string }) => row.startAt)).toEqual(starts);
  const bookings = starts.map((startAt) => ({ startAt }));
  expect((await bookingOf(rows[3])).series).toMatchObject({ frequency: "WEEKLY", bookings });
});
