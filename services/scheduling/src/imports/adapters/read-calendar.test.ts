import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { readCalendar } from "./read-calendar.ts";

const windows = [
  "BEGIN:VTIMEZONE",
  "TZID:W. Europe Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];
const event = {
  uid: "UID:1@elsewhere",
  start: "DTSTART:20270202T080000Z",
  end: "DTEND:20270202T083000Z",
  organizer: "ORGANIZER:mailto:host@example.org",
  host: "ATTENDEE;CN=Host:mailto:HOST@example.org",
  attendee: 'ATTENDEE;CN="Lovelace, Ada";PARTSTAT=ACCEPTED:mailto:ada@example.org',
};

function calendar(changes: Record<string, string>, before: readonly string[] = []): string {
  const lines = Object.values({ ...event, ...changes }).filter(Boolean);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...before,
    ...["BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");
}

function read(changes: Record<string, string>, before?: readonly string[]) {
  const [booking] = readCalendar(calendar(changes, before), ["host@example.org"]).bookings;
  return booking;
}

test("an event is a booking of whoever attends beside the host", () => {
  expect(read({})).toEqual({
    line: 3,
    problems: [],
    guests: [],
    uid: "1@elsewhere",
    name: "Lovelace, Ada",
    email: "ada@example.org",
    start: { instant: Date.parse("2027-02-02T08:00:00Z") },
    end: { instant: Date.parse("2027-02-02T08:30:00Z") },
    durationMinutes: null,
    phone: null,
    timeZone: null,
    locale: null,
    hostId: null,
  });
  expect(read({ organizer: "" })).toMatchObject({ email: "ada@example.org", problems: [] });
  const unnamed = read({ attendee: "ATTENDEE:mailto:ada@example.org" });
  expect(unnamed).toMatchObject({ name: "ada@example.org" });
  const room = "ATTENDEE;CUTYPE=ROOM:mailto:room@example.org";
  const gone = "ATTENDEE;PARTSTAT=DECLINED:mailto:gone@example.org";
  expect(read({ room, gone })).toMatchObject({ email: "ada@example.org", problems: [] });
  expect(read({ attendee: "" })).toMatchObject({ name: null, email: null, problems: [] });
});

test("times are of UTC, of a zone with a name, of a zone that the calendar brings along, or of none", () => {
  const wall = Date.UTC(2027, 6, 2, 9);
  const at = "20270702T090000";
  expect(read({ start: `DTSTART;TZID=Europe/Stockholm:${at}` })?.start).toEqual({
    wall,
    timeZone: "Europe/Stockholm",
  });
  expect(read({ start: `DTSTART:${at}` })?.start).toEqual({ wall, timeZone: null });
  const start = `DTSTART;TZID=W. Europe Standard Time:${at}`;
  expect(read({ start }, windows)?.start).toEqual({ instant: Date.parse("2027-07-02T07:00:00Z") });
  const winter = `DTSTART;TZID=W. Europe Standard Time:20270202T090000`;
  expect(read({ start: winter }, windows)?.start).toEqual({
    instant: Date.parse("2027-02-02T08:00:00Z"),
  });
  expect(read({ start })?.start).toEqual({ wall, timeZone: "W. Europe Standard Time" });
  // A rule that asks for endless work is no zone.
  const endless = windows.map((line) => line.replace("YEARLY", "SECONDLY"));
  expect(read({ start }, endless)?.start).toEqual({ wall, timeZone: "W. Europe Standard Time" });
  expect(read({ end: "DURATION:PT45M" })).toMatchObject({ end: null, durationMinutes: "45" });
});

test.each([
  [{ rule: "RRULE:FREQ=DAILY" }, [null, "RECURRING"]],
  [{ rule: "RECURRENCE-ID:20270202T080000Z" }, [null, "RECURRING"]],
  [{ status: "STATUS:CANCELLED" }, [null, "NOT_CONFIRMED"]],
  [{ status: "STATUS:TENTATIVE" }, [null, "NOT_CONFIRMED"]],
  [{ start: "DTSTART;VALUE=DATE:20270202" }, ["START", "ALL_DAY"]],
  [{ other: "ATTENDEE:mailto:eve@example.org" }, ["EMAIL", "SEVERAL_ATTENDEES"]],
])("%j is no booking: %s", (changes, [field, code]) => {
  expect(read(changes)?.problems).toEqual([{ field, code }]);
});

test("a time that is none is kept, to be refused as such", () => {
  expect(typeof read({ start: "DTSTART:tomorrow" })?.start).toBe("string");
  expect(read({ start: "" })?.start).toBeNull();
});

test("several calendars in one file are read, each booking with its line", () => {
  const { bookings } = readCalendar(calendar({}) + calendar({ uid: "UID:2" }), []);
  expect(bookings.map(({ line, uid }) => [line, uid])).toEqual([
    [3, "1@elsewhere"],
    [14, "2"],
  ]);
});

test.each([
  "",
  "Ada Lovelace",
  "BEGIN:VCALENDAR",
  "BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n",
  "BEGIN:VCALENDAR\r\nAda Lovelace\r\nEND:VCALENDAR\r\n",
  calendar({}).replace("BEGIN:VEVENT", "BEGIN:VTODO\r\nBEGIN:VEVENT"),
])("%j is no calendar, and the refusal does not repeat it", (content) => {
  try {
    expect(readCalendar(content, [])).toBe("refused");
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    expect((error as InvalidInput).details).toMatchObject({ problems: [{ code: "UNREADABLE" }] });
    expect(JSON.stringify((error as InvalidInput).details)).not.toContain("Ada");
  }
});

test("a calendar without events is empty", () => {
  const content = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
  expect(() => readCalendar(content, [])).toThrow(InvalidInput);
});

test("too many events are refused before they are read", () => {
  const content = `${"BEGIN:VEVENT\n".repeat(1_001)}`;
  expect(() => readCalendar(content, [])).toThrow(InvalidInput);
});
