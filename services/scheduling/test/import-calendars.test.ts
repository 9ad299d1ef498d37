import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import { offerMeeting } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { problemsOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const { told } = imports;
const files = path.resolve(import.meta.dirname, "../../../../shared/acceptance/import");
const textOf = (file: string) => readFileSync(path.join(files, file), "utf8");
const format = "ICALENDAR";

async function bring(content: string, input: Record<string, unknown> = {}) {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const done = await imports.bring(scheduling, host, { meetingTypeId, content, format, ...input });
  return {
    host,
    meetingTypeId,
    done,
    starts: done.rows.map((row: { startAt: string }) => row.startAt),
  };
}

const peopleQuery = `query ($id: ID!) { booking(id: $id) {
  startAt endAt attendees { name email } guests { name email hasLeft }
  series { frequency interval bookings { id startAt } } } }`;

const bookingOf = async ({ host, done }: Awaited<ReturnType<typeof bring>>, row = 0) =>
  (await scheduling.data(host, peopleQuery, { id: done.rows[row].booking.id })).booking;

test.each([
  ["a01-windows-zone-no-vtimezone.ics", "2027-07-01T08:00"],
  ["a02-vtimezone-rdate.ics", "2027-07-01T08:00"],
  ["a03-tzid-slash-prefix.ics", "2027-07-01T08:00"],
  ["a12-tzid-Japan.ics", "2027-07-11T01:00"],
  ["a12-tzid-EST5EDT.ics", "2027-07-11T14:00"],
  ["a29-tzone-utc.ics", "2027-07-02T12:00"],
  ["a30-lower-case-z.ics", "2027-07-16T10:00"],
])("%s begins at %s of UTC", async (file, start) => {
  const { done, starts } = await bring(textOf(file));
  expect(done).toMatchObject({ isDone: true, importedCount: 1 });
  expect(starts).toEqual([`${start}:00.000Z`]);
});

test("X-WR-TIMEZONE counts where the import names no zone, and no zone at all is refused", async () => {
  const file = textOf("a17-x-wr-timezone.ics");
  expect((await bring(file, { timeZone: null })).starts).toEqual(["2027-07-15T14:00:00.000Z"]);
  expect((await bring(file)).starts).toEqual(["2027-07-15T08:00:00.000Z"]);
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const content = file.replace(/X-WR-TIMEZONE.*\r?\n/, "");
  const input = { meetingTypeId, content, format, timeZone: null };
  expect(problemsOf(await imports.send(scheduling, host, input))).toEqual(["timeZone REQUIRED"]);
});

test.each([
  ["a04-cdo-alldayevent.ics", "START ALL_DAY"],
  ["a16b-method-reply.ics", "null NOT_CONFIRMED"],
])("%s is no booking: %s", async (file, problem) => {
  const { done } = await bring(textOf(file));
  expect(told(done)).toEqual([expect.stringContaining(`REFUSED ${problem}`)]);
});

test.each([
  ["a05-attendee-email-param.ics", "ada@people.example", []],
  ["a13-mailto-percent.ics", "ada+tag@people.example", []],
  ["a08-two-guests.ics", "ada@people.example", ["bo@people.example"]],
  ["a32-delegated.ics", "bo@people.example", []],
  ["a35-opt-participant.ics", "ada@people.example", ["boss@people.example"]],
])("%s: %s books, and %j are guests", async (file, email, guests) => {
  const brought = await bring(textOf(file));
  const booking = await bookingOf(brought);
  expect(booking.attendees).toMatchObject([{ email }]);
  expect(booking.guests.map((guest: { email: string }) => guest.email)).toEqual(guests);
});

test("a series becomes bookings of one series at the same wall time, and a second import knows each of them", async () => {
  const content = textOf("a07-rrule-exdate.ics");
  const brought = await bring(content);
  const { host, meetingTypeId, done, starts } = brought;
  expect(starts).toEqual([
    "2027-03-01T09:00:00.000Z",
    "2027-03-08T09:00:00.000Z",
    "2027-03-22T09:00:00.000Z",
    "2027-03-29T08:00:00.000Z",
  ]);
  const { series } = await bookingOf(brought);
  expect(series).toMatchObject({ frequency: "WEEKLY", interval: 1 });
  const ids = done.rows.map((row: { booking: { id: string } }) => row.booking.id);
  expect(series.bookings.map(({ id }: { id: string }) => id)).toEqual(ids);
  const longer = content.replace("COUNT=5", "COUNT=6");
  const again = await imports.bring(scheduling, host, { meetingTypeId, content: longer, format });
  expect(again).toMatchObject({ knownCount: 4, importedCount: 1, refusedCount: 0 });
  expect((await bookingOf(brought)).series.bookings).toHaveLength(5);
});

const eventOf = (uid: string, lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"].join("\r\n");
const calendarOf = (...events: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
const ada = "ATTENDEE;CN=Ada:mailto:ada@people.example";

test("moved and cancelled occurrences are of their series, and one with people of its own has those", async () => {
  const monthly = ["DTSTART:20270301T090000Z", "DURATION:PT30M", "RRULE:FREQ=YEARLY;COUNT=3", ada];
  const bo = ada.replaceAll(/ada/gi, "bo");
  const moved = ["RECURRENCE-ID:20280301T090000Z", "DTSTART:20280302T100000Z", "DURATION:PT1H"];
  const gone = ["RECURRENCE-ID:20290301T090000Z", "DTSTART:20290301T090000Z", "STATUS:CANCELLED"];
  const events = [monthly, [...moved, bo], gone].map((lines) => eventOf("1", lines));
  const brought = await bring(calendarOf(...events));
  expect(brought.starts).toEqual(["2027-03-01T09:00:00.000Z", "2028-03-02T10:00:00.000Z"]);
  const second = await bookingOf(brought, 1);
  expect(second).toMatchObject({
    endAt: "2028-03-02T11:00:00.000Z",
    attendees: [{ email: "bo@people.example" }],
    series: { frequency: "MONTHLY", interval: 12 },
  });
});

test("eleven people take part at most, and a guest's address is checked like an attendee's", async () => {
  const at = ["DTSTART:20270301T090000Z", "DURATION:PT30M", ada];
  const guests = (count: number) =>
    Array.from({ length: count }, (_, i) => `ATTENDEE:mailto:guest${i}@people.example`);
  const many = (await bring(calendarOf(eventOf("1", [...at, ...guests(11)])))).done;
  expect(told(many)).toEqual(["3 REFUSED GUESTS TOO_MANY"]);
  const wrong = (await bring(calendarOf(eventOf("1", [...at, "ATTENDEE:mailto:nobody"])))).done;
  expect(told(wrong)).toEqual(["3 REFUSED GUESTS WRONG_FORMAT"]);
  const ten = await bring(calendarOf(eventOf("1", [...at, ...guests(10)])));
  expect((await bookingOf(ten)).guests).toHaveLength(10);
});

test("an import that mails counts guests as people", async () => {
  const at = (day: number) => [`DTSTART:202703${10 + day}T090000Z`, "DURATION:PT30M", ada];
  const guests = Array.from({ length: 10 }, (_, i) => `ATTENDEE:mailto:guest${i}@people.example`);
  const events = Array.from({ length: 10 }, (_, i) => eventOf(String(i), [...at(i), ...guests]));
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const input = { meetingTypeId, content: calendarOf(...events), format, tellsAttendees: true };
  const answer = await imports.send(scheduling, host, input);
  expect(problemsOf(answer)).toEqual(["tellsAttendees TOO_MANY"]);
});

test("the news of a booking names its guests, and of a series that mails the first one alone has a mail", async () => {
  const weekly = ["DTSTART:20270301T090000Z", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=2"];
  const bo = "ATTENDEE;CN=Bo:mailto:bo@people.example";
  const content = calendarOf(eventOf("1", [...weekly, ada, bo]));
  const { done } = await bring(content, { tellsAttendees: true });
  const ids = done.rows.map((row: { booking: { id: string } }) => row.booking.id);
  const news = await scheduling.sql(
    `SELECT data FROM outbox WHERE aggregate_id = ANY($1) ORDER BY array_position($1::uuid[], aggregate_id)`,
    [ids],
  );
  expect(news.map(({ data }) => [data.guestIds.length, data.isFollowing ?? false])).toEqual([
    [1, false],
    [1, true],
  ]);
});

test("what was imported is as sound as what was booked", () => expectSound(scheduling));
