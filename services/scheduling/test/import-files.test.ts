import { newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import { bookingQuery, offerMeeting, organization } from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { problemsOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

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

test("a meeting with several seats gets as many bookings as it has, here and in later files", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 3 } });
  const people = (...names: readonly string[]) =>
    csv(...names.map((name) => `2027-02-02 09:00,30,${name},${name}@example.org,,,`));
  expect(told(await bring(host, { meetingTypeId, content: people("a", "b") }))).toEqual([
    "2 IMPORTED",
    "3 IMPORTED",
  ]);
  const more = { meetingTypeId, content: people("c", "d"), skipsRefused: true };
  expect(told(await bring(host, more))).toEqual(["2 IMPORTED", "3 REFUSED START TIME_TAKEN"]);
  const seats = await scheduling.sql(
    `SELECT count(DISTINCT occurrence_id)::int AS meetings, array_agg(seat ORDER BY seat) AS seats FROM reservation
     WHERE host_id = $1`,
    [host.accountId],
  );
  expect(seats[0]).toEqual({ meetings: 1, seats: [0, 1, 2] });
});

test("a calendar is brought along as a table is", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const event = (uid: string, at: string, more = "") =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;TZID=Europe/Stockholm:${at}\r\nDURATION:PT30M\r\nSUMMARY:Talk\r\n` +
    `ORGANIZER:mailto:me@example.org\r\nATTENDEE;CN=Ada Lovelace:mailto:ada@example.org\r\n${more}END:VEVENT\r\n`;
  const content = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event("1", "20270202T090000")}${event("2", "20270203T090000", "RRULE:FREQ=HOURLY\r\n")}END:VCALENDAR\r\n`;
  const format = { format: "ICALENDAR", skipsRefused: true };
  const done = await bring(host, { meetingTypeId, content, ...format });
  expect(told(done)).toEqual(["3 IMPORTED", "11 REFUSED null RECURRING"]);
  expect(done.rows[0].startAt).toBe("2027-02-02T08:00:00.000Z");
  expect(told(await bring(host, { meetingTypeId, content, ...format }))).toEqual([
    "3 KNOWN",
    "11 REFUSED null RECURRING",
  ]);
});

test.each([
  [{ content: "" }, "content EMPTY"],
  [{ content: "x".repeat(100_001) }, "content TOO_LARGE"],
  [{ content: "BEGIN", format: "ICALENDAR" }, "content UNREADABLE"],
  [{ timeZone: "Mars/Olympus" }, "timeZone UNKNOWN_TIME_ZONE"],
  [{ hostId: newId() }, "hostId UNKNOWN_HOST"],
  [{ idempotencyKey: "short" }, "idempotencyKey TOO_SMALL"],
  [{ ownEmails: ["nobody"] }, "ownEmails.0 WRONG_FORMAT"],
  [
    {
      tellsAttendees: true,
      content: csv(
        ...Array.from({ length: 101 }, (_, i) => row(`2027-03-0${1 + (i % 9)} 09:00`, String(i))),
      ),
    },
    "tellsAttendees TOO_MANY",
  ],
])("%j is refused with %s", async (input, problem) => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const content = csv(row("2027-02-02 09:00"));
  expect(problemsOf(await send(host, { meetingTypeId, content, ...input }))).toEqual([problem]);
});

test("an organization brings along so many bookings in a day, and more on the next", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const file = { meetingTypeId, content: csv(row("2027-02-02 09:00")) };
  await scheduling.sql(
    `INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at, cancelled_at, cancelled_by, import_id, source_index)
     SELECT gen_random_uuid(), $1, $2, 'CANCELLED', $3, $3::timestamptz + interval '1 hour', 1, 'ONLINE', $3, $3, 'HOST', gen_random_uuid(), decode(lpad(to_hex(n), 8, '0'), 'hex')
     FROM generate_series(1, 20000) n`,
    [organizationId, meetingTypeId, new Date(scheduling.clock.now).toISOString()],
  );
  expect(problemsOf(await send(host, file))).toEqual(["content TOO_MANY"]);
  scheduling.clock.now += 24 * 60 * 60_000;
  expect((await bring(host, file)).isDone).toBe(true);
  scheduling.clock.now -= 24 * 60 * 60_000;
  await scheduling.sql("DELETE FROM booking WHERE state = 'CANCELLED' AND organization_id = $1", [
    organizationId,
  ]);
});

test("nobody who was erased comes back with the file, and figures do not take an import for early bookings", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const content = csv(row("2027-02-02 09:00"));
  const { rows } = await bring(host, { meetingTypeId, content });
  const { id } = rows[0].booking;
  await scheduling.sql(
    `UPDATE attendee SET name = NULL, email = NULL, email_index = NULL, time_zone = NULL, locale = NULL, erased_at = now()
     WHERE booking_id = $1`,
    [id],
  );
  expect(told(await bring(host, { meetingTypeId, content }))).toEqual(["2 KNOWN"]);
  const { booking } = await scheduling.data(host, bookingQuery, { id });
  expect(booking.attendees).toMatchObject([{ name: null, email: null }]);
  const field = `bookingStatistics(from: "2027-02-01", to: "2027-02-28", timeZone: "UTC") { total { bookings leadMinutesMedian } }`;
  const { bookingStatistics } = await organization(scheduling, host, { id: organizationId, field });
  expect(bookingStatistics.total).toEqual({ bookings: 1, leadMinutesMedian: null });
});

test("a thousand bookings are brought along within seconds, sealed each with a key of their own", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const start = Date.parse("2027-03-01T00:00:00Z");
  const lines = Array.from({ length: 1_000 }, (_, i) => {
    const at = new Date(start + i * 30 * 60_000).toISOString().slice(0, 16);
    return `${at}Z,30,Guest ${i},guest${i}@example.org,,,`;
  });
  const content = csv(...lines);
  expect(content.length).toBeLessThan(100_000);
  const begun = performance.now();
  const done = await bring(host, { meetingTypeId, content });
  const seconds = (performance.now() - begun) / 1000;
  expect(done).toMatchObject({ isDone: true, importedCount: 1_000 });
  expect(seconds).toBeLessThan(8);
  const last = done.rows.at(-1).booking.id;
  const { booking } = await scheduling.data(host, bookingQuery, { id: last });
  expect(booking.attendees[0]).toMatchObject({ name: "Guest 999", email: "guest999@example.org" });
});

test("what was brought along is as sound as what was booked", () => expectSound(scheduling));
