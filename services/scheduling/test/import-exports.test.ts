import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as imports from "./support/imports.ts";
import { bookingQuery, offerMeeting } from "./support/operations.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const folder = new URL("../../../../shared/acceptance/import/", import.meta.url);
const acceptance = (name: string) => readFileSync(new URL(name, folder), "utf8");

const check = async (content: string, input: Record<string, unknown> = {}) => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  return imports.bring(scheduling, host, { meetingTypeId, content, mode: "CHECK", ...input });
};

async function imported(content: string) {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const done = await imports.bring(scheduling, host, { meetingTypeId, content });
  const query = bookingQuery.replace("cancellation {", "guests { name email } cancellation {");
  const { id } = done.rows[0].booking;
  return { done, booking: (await scheduling.data(host, query, { id })).booking };
}

test("an export of Calendly is recognized before it is imported, with its zone and its guest", async () => {
  const content = acceptance("b01-calendly-export.csv");
  const checked = await check(content);
  expect(checked).toMatchObject({ recognizedAs: "CALENDLY", importableCount: 1, isDone: false });
  const { done, booking } = await imported(content);
  expect(done.recognizedAs).toBe("CALENDLY");
  expect(booking).toMatchObject({
    startAt: "2027-08-02T14:00:00.000Z",
    endAt: "2027-08-02T14:30:00.000Z",
    attendees: [{ name: "Ada Example", email: "ada@people.example", timeZone: "America/New_York" }],
    guests: [{ email: "bo@people.example" }],
  });
});

test("a canceled row of Calendly is not confirmed, and a zone that Calendly does not have is refused", async () => {
  const content = acceptance("b01-calendly-export.csv");
  const canceled = await check(content.replace(",false,", ",true,"));
  expect(imports.told(canceled)).toEqual(["2 REFUSED null NOT_CONFIRMED"]);
  const elsewhere = await check(content.replace("Eastern Time - US & Canada", "Mars Time"));
  expect(imports.told(elsewhere)[0]).toContain("UNKNOWN_TIME_ZONE");
});

test.each([
  ["b02-excel-sep-line.csv", "2027-08-02T07:00:00.000Z"],
  ["b06-quoted-header-commas.csv", "2027-08-03T08:00:00.000Z"],
  ["b07-trailing-comma.csv", "2027-08-04T08:00:00.000Z"],
  ["b08-rows-of-only-commas.csv", "2027-08-05T08:00:00.000Z"],
  ["b08b-rows-of-spaces.csv", "2027-08-05T09:00:00.000Z"],
])("%s is one booking at %s", async (name, startAt) => {
  const { done } = await imported(acceptance(name));
  expect(done).toMatchObject({ rowCount: 1, importedCount: 1, recognizedAs: null });
  expect(done.rows[0].startAt).toBe(startAt);
});

test("Outlook's dates are refused by row as long as the file does not prove the order of day and month", async () => {
  const content = acceptance("b21-outlook-us-dates.csv");
  const checked = await check(content);
  expect(checked.recognizedAs).toBe("OUTLOOK");
  expect(imports.told(checked)).toEqual(["2 REFUSED START AMBIGUOUS_DATE"]);

  const proof = content.trim().split("\n")[1]!.replaceAll("8/12/2027", "8/13/2027");
  const { booking, done } = await imported(`${content.trim()}\n${proof}\n`);
  expect(done).toMatchObject({ importedCount: 2, recognizedAs: "OUTLOOK" });
  expect(booking).toMatchObject({
    startAt: "2027-08-12T07:00:00.000Z",
    endAt: "2027-08-12T07:30:00.000Z",
    attendees: [{ email: "ada@people.example" }],
  });
});

test("an appointment of Outlook has its attendees, without the organizer and the host", async () => {
  const content = [
    "Subject,Start Date,Start Time,End Date,End Time,All day event,Meeting Organizer,Required Attendees,Optional Attendees",
    'Call,2027-08-12,09:00,2027-08-12,09:30,False,Host,"Host;me@example.org;Ada <ada@people.example>;bo@people.example",cy@people.example',
    "Fair,2027-08-13,,2027-08-14,,True,Host,ada@people.example,",
    "Canceled: Call,2027-08-15,09:00,2027-08-15,09:30,False,Host,ada@people.example,",
  ].join("\r\n");
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const input = { meetingTypeId, content, ownEmails: ["me@example.org"], skipsRefused: true };
  const done = await imports.bring(scheduling, host, input);
  expect(imports.told(done).map((row: string) => row.split(" ").slice(0, 4).join(" "))).toEqual([
    "2 IMPORTED",
    "3 REFUSED START ALL_DAY",
    "4 REFUSED null NOT_CONFIRMED",
  ]);
  const query = `query ($id: ID!) { booking(id: $id) { attendees { name email } guests { email } } }`;
  const { booking } = await scheduling.data(host, query, { id: done.rows[0].booking.id });
  expect(booking.attendees).toEqual([{ name: "Ada", email: "ada@people.example" }]);
  expect(booking.guests.map(({ email }: { email: string }) => email)).toEqual([
    "bo@people.example",
    "cy@people.example",
  ]);
});

test("an export of Cal.com is recognized, its first attendee books, and a cancelled row is not confirmed", async () => {
  const row = (uid: string, day: string, status: string) =>
    `7,${uid},Call,2027-07-01T00:00:00.000Z,${status},3,30,2027-08-${day}T14:00:00.000Z,2027-08-${day}T14:30:00.000Z,Ada Example (ada@people.example),bo (bo@people.example)`;
  const head =
    "id,uid,title,createdAt,timeStatus,eventTypeId,eventLength,startTime,endTime,attendee1,attendee2";
  const content = [head, row("a", "02", "completed"), row("b", "03", "cancelled")].join("\n");
  const checked = await check(content);
  expect(checked.recognizedAs).toBe("CAL_COM");
  expect(imports.told(checked)).toEqual(["2 IMPORTABLE", "3 REFUSED null NOT_CONFIRMED"]);
  const { booking } = await imported([head, row("a", "02", "completed")].join("\n"));
  expect(booking).toMatchObject({
    startAt: "2027-08-02T14:00:00.000Z",
    attendees: [{ name: "Ada Example", email: "ada@people.example" }],
    guests: [{ name: "bo", email: "bo@people.example" }],
  });
});

test("a table of Google Calendar is recognized; without guests its rows name nobody to meet", async () => {
  const head = "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Description,Location";
  const checked = await check(`${head}\nCall,08/13/2027,9:00 AM,08/13/2027,9:30 AM,False,,\n`);
  expect(checked.recognizedAs).toBe("GOOGLE_CALENDAR");
  expect(imports.told(checked)).toEqual(["2 REFUSED NAME REQUIRED EMAIL REQUIRED"]);
});

test.each([
  ["-//Google Inc//Google Calendar 70.9054//EN", "GOOGLE_CALENDAR"],
  ["-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "OUTLOOK"],
  ["Microsoft Exchange Server 2010", "OUTLOOK"],
  ["calendso/ics", "CAL_COM"],
  ["-//Some Program//EN", null],
])("a calendar by %s is recognized as %s", async (id, program) => {
  const content = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${id}`,
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART:20270802T090000Z",
    "DTEND:20270802T093000Z",
    "ATTENDEE;CN=Ada:mailto:ada@people.example",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  expect((await check(content, { format: "ICALENDAR" })).recognizedAs).toBe(program);
});

test("midnight may be 24:00, and a name that breaks its line is one line", async () => {
  const content = `start,end,name,email\n2027-08-02 23:30,2027-08-02 24:00,"Ada\r\nExample",ada@people.example`;
  const { booking } = await imported(content);
  expect(booking).toMatchObject({
    endAt: "2027-08-02T22:00:00.000Z",
    attendees: [{ name: "Ada Example" }],
  });
});
