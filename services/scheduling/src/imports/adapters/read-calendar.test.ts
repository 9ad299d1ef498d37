import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { readCalendar } from "./read-calendar.ts";

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

const options = {
  ownEmails: ["host@example.org"],
  timeZone: "Europe/Stockholm",
  now: Date.UTC(2027, 0),
};

function read(changes: Record<string, string>, before?: readonly string[]) {
  const [booking] = readCalendar(calendar(changes, before), options).bookings;
  return booking;
}

test("an event is a booking of the person that attends beside the host", () => {
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
    occurrence: null,
    series: null,
  });
  expect(read({ organizer: "" })).toMatchObject({ email: "ada@example.org", problems: [] });
  const unnamed = read({ attendee: "ATTENDEE:mailto:ada@example.org" });
  expect(unnamed).toMatchObject({ name: "ada@example.org" });
  expect(read({ attendee: "" })).toMatchObject({ name: null, email: null, problems: [] });
});

const ada = { email: "ada@example.org", name: "Lovelace, Ada" };
const bo = "ATTENDEE;CN=Bo:mailto:bo@example.org";

function peopleOf(...attendees: readonly string[]) {
  const booking = read({ attendee: attendees.join("\r\n") });
  return [booking?.email, ...(booking?.guests ?? []).map(({ email }) => email)];
}

test("of several attendees the first required one books, and the others are guests", () => {
  expect(read({ bo })).toMatchObject({ ...ada, guests: [{ email: "bo@example.org", name: "Bo" }] });
  const boss = "ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:boss@example.org";
  expect(peopleOf(boss, bo)).toEqual(["bo@example.org", "boss@example.org"]);
  expect(peopleOf(boss)).toEqual(["boss@example.org"]);
  expect(peopleOf(bo, bo.replace("bo@", "BO@"))).toEqual(["bo@example.org"]);
});

test.each([
  "ATTENDEE;CUTYPE=ROOM:mailto:room@example.org",
  "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@example.org",
  "ATTENDEE;PARTSTAT=DECLINED:mailto:gone@example.org",
  'ATTENDEE;DELEGATED-TO="mailto:bo@example.org":mailto:ada@example.org',
  "ATTENDEE;PARTSTAT=DELEGATED:mailto:ada@example.org",
  "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:copy@example.org",
  "ATTENDEE;CN=Host:MAILTO:Host@Example.org",
])("%s is no attendee", (line) => {
  expect(peopleOf(line, bo)).toEqual(["bo@example.org"]);
});

test.each([
  ["ATTENDEE;EMAIL=ada@example.org:urn:uuid:9b1c7b9e-0000-4000-8000-000000000001"],
  ["ATTENDEE;CN=Ada:MAILTO:ada@example.org"],
  ["ATTENDEE:mailto:ada%40example.org"],
  ["ATTENDEE:mailto:ada@example.org?subject=Hello"],
  ["ATTENDEE:ada@example.org"],
  ["ATTENDEE;CN=ada@example.org:invalid:nomail"],
  ["attendee;cutype=individual;cn=Ada:mailto:ada@\r\n example.org"],
])("%s is the address ada@example.org", (line) => {
  expect(peopleOf(line)).toEqual(["ada@example.org"]);
});

test("percent signs in addresses are decoded, and an address without a code in them stays", () => {
  expect(peopleOf("ATTENDEE:mailto:ada%2Btag@example.org")).toEqual(["ada+tag@example.org"]);
  expect(peopleOf("ATTENDEE:mailto:100%@example.org")).toEqual(["100%@example.org"]);
});

test("the organizer without a mailto is the host also where a line of the attendees repeats it", () => {
  const organizer = "ORGANIZER;EMAIL=chief@example.org:/1234/principal/";
  const attendee =
    "ATTENDEE;EMAIL=chief@example.org:/1234/principal/\r\nATTENDEE:mailto:bo@example.org";
  expect(read({ organizer, attendee })).toMatchObject({ email: "bo@example.org", guests: [] });
});

test("a moved occurrence has the people of its series where it names none, and the same host", () => {
  const series = calendar({ rule: "RRULE:FREQ=WEEKLY;COUNT=2" });
  const id = { id: "RECURRENCE-ID:20270209T080000Z", organizer: "" };
  const ownEmails: readonly string[] = [];
  for (const moved of [calendar({ ...id, host: "", attendee: "" }), calendar(id)]) {
    const { bookings } = readCalendar(series + moved, { ...options, ownEmails });
    const emails = bookings.map(({ email, guests }) => [email, guests.length]);
    expect(emails).toEqual([
      ["ada@example.org", 0],
      ["ada@example.org", 0],
    ]);
  }
});

test("names are read in quotes, escaped, in RFC 6868's code, and folded between two halves of a character", () => {
  const nameOf = (cn: string) => read({ attendee: `ATTENDEE;CN=${cn}:mailto:a@example.org` })?.name;
  expect(nameOf('"Lovelace, Ada"')).toBe("Lovelace, Ada");
  expect(nameOf("Lovelace\\, Ada")).toBe("Lovelace, Ada");
  expect(nameOf("Ada ^'Countess^'")).toBe('Ada "Countess"');
  expect(nameOf("Ada \uD83D\r\n \uDE00")).toBe("Ada \u{1F600}");
});

test.each([
  ["line feeds alone", (text: string) => text.replaceAll("\r\n", "\n")],
  ["carriage returns alone", (text: string) => text.replaceAll("\r\n", "\r")],
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ["empty lines", (text: string) => text.replaceAll("\r\n", "\r\n\r\n")],
  ["names in small letters", (text: string) => text.replace("DTSTART", "dtstart")],
  [
    "a malformed property of a vendor",
    (text: string) => text.replace("END:VEVENT", 'X-NOTE;A="b:c\r\nEND:VEVENT'),
  ],
])("a calendar with %s is read", (_, change) => {
  const { bookings } = readCalendar(change(calendar({})), options);
  expect(bookings).toMatchObject([{ ...ada, problems: [], uid: "1@elsewhere" }]);
});

test.each([
  [{ rule: "RRULE:FREQ=HOURLY" }, [null, "RECURRING"]],
  [{ status: "STATUS:CANCELLED" }, [null, "NOT_CONFIRMED"]],
  [{ status: "STATUS:TENTATIVE" }, [null, "NOT_CONFIRMED"]],
])("%j is no booking: %s", (changes, [field, code]) => {
  expect(read(changes)?.problems).toEqual([{ field, code }]);
});

test.each(["REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER", "CANCEL"])(
  "METHOD:%s is no booking, and an answer is no version of what it answers",
  (method) => {
    const answer = calendar({ sequence: "SEQUENCE:9" }, [`METHOD:${method}`]);
    const notConfirmed = [{ problems: [{ field: null, code: "NOT_CONFIRMED" }] }];
    expect(readCalendar(answer, options).bookings).toMatchObject(notConfirmed);
    const { bookings } = readCalendar(answer + calendar({}), options);
    expect(bookings).toHaveLength(1);
    expect(bookings).toMatchObject(method === "CANCEL" ? notConfirmed : [{ problems: [] }]);
  },
);

test.each([
  ["SEQUENCE:2", "SEQUENCE:10"],
  ["", "SEQUENCE:1"],
  ["SEQUENCE:1\r\nDTSTAMP:20270101T000000Z", "SEQUENCE:1\r\nDTSTAMP:20270102T000000Z"],
])("of two versions the newer one counts in either order: %j, %j", (older, newer) => {
  const early = calendar({ version: older });
  const late = calendar({ version: newer, start: "DTSTART:20270202T081500Z" });
  for (const content of [early + late, late + early]) {
    const { bookings } = readCalendar(content, options);
    expect(bookings.map(({ start }) => start)).toEqual([
      { instant: Date.parse("2027-02-02T08:15:00Z") },
    ]);
  }
});

test("a version that is cancelled counts when it is the newest, and is forgotten when it is not", () => {
  const cancelled = (sequence: number) =>
    calendar({ status: "STATUS:CANCELLED", sequence: `SEQUENCE:${sequence}` });
  const booked = calendar({ sequence: "SEQUENCE:1" });
  const problemsOf = (content: string) =>
    readCalendar(content, options).bookings.map(({ problems }) => problems.length);
  expect(problemsOf(booked + cancelled(2))).toEqual([1]);
  expect(problemsOf(cancelled(0) + booked)).toEqual([0]);
});

test.each([
  "DTSTART;VALUE=DATE:20270202",
  "DTSTART:20270202",
  "DTSTART;VALUE=DATE:20270202T000000",
  "DTSTART;VALUE=DATE-TIME:20270202",
  "DTSTART:20270202T000000\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
  "DTSTART:20270202T000000\r\nX-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE",
  "DTSTART:20270202T000000\r\nX-FUNAMBOL-ALLDAY:1",
])("%j takes whole days, however it ends", (start) => {
  for (const end of ["", "DTEND;VALUE=DATE:20270203", "DTEND:20270203T000000", "DURATION:P1D"]) {
    expect(read({ start, end })?.problems).toEqual([{ field: "START", code: "ALL_DAY" }]);
  }
});

test("a day that is not marked as a whole one is a long meeting", () => {
  const end = "DTEND:20270203T000000";
  expect(read({ start: "DTSTART:20270202T000000", end })?.problems).toEqual([]);
});

test("a duration is as good as an end", () => {
  const end = { instant: Date.parse("2027-02-02T08:45:00Z") };
  expect(read({ end: "DURATION:PT45M" })).toMatchObject({ end, durationMinutes: null });
});

test("a time that is none is kept, to be refused as such", () => {
  expect(typeof read({ start: "DTSTART:tomorrow" })?.start).toBe("string");
  expect(read({ start: "" })?.start).toBeNull();
});

test.each([
  "DURATION:P9999999999W",
  "DTEND;TZID=Europe/Stockholm:99991231T235900",
  "DTEND;TZID=Europe/Stockholm:00010101T000000",
])("%s ends beyond all zones, and is read all the same", (end) => {
  const start = "DTSTART;TZID=Europe/Stockholm:20270202T080000";
  expect(read({ start, end })).toMatchObject({ problems: [], email: "ada@example.org" });
});

test("several calendars in one file are read, each booking with its line", () => {
  const { bookings } = readCalendar(calendar({}) + calendar({ uid: "UID:2" }), options);
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
    expect(readCalendar(content, options)).toBe("refused");
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    expect((error as InvalidInput).details).toMatchObject({ problems: [{ code: "UNREADABLE" }] });
    expect(JSON.stringify((error as InvalidInput).details)).not.toContain("Ada");
  }
});

test("a calendar without events is empty", () => {
  const content = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
  expect(() => readCalendar(content, options)).toThrow(InvalidInput);
});

test("too many events are refused before they are read", () => {
  const content = `${"BEGIN:VEVENT\n".repeat(1_001)}`;
  expect(() => readCalendar(content, options)).toThrow(InvalidInput);
});

test("a host is recognized however its address is written", () => {
  const changes = {
    organizer: "ORGANIZER:mailto:host@xn--bcher-kva.example",
    host: "ATTENDEE:mailto:Host@b%C3%BCcher.example",
  };
  expect(read(changes)).toMatchObject({ email: "ada@example.org", guests: [] });
  const own = { ...changes, organizer: "ORGANIZER:mailto:other@example.org" };
  const named = { ...options, ownEmails: ["host@xn--bcher-kva.example"] };
  const [booking] = readCalendar(calendar(own), named).bookings;
  expect(booking).toMatchObject({ email: "ada@example.org", guests: [] });
});
