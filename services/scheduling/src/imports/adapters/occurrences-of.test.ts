import { expect, test } from "vitest";
import { readMeetings } from "./read-meetings.ts";

const now = Date.parse("2027-01-01T00:00:00Z");
const zone = "TZID=Europe/Stockholm";
const weekly = [`DTSTART;${zone}:20270301T100000`, "DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=5"];

type Lines = readonly string[];

function calendarOf(events: readonly Lines[]): string {
  const lines = events.flatMap((each) => ["BEGIN:VEVENT", "UID:1", ...each, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

function occurrencesOf(...events: readonly Lines[]) {
  const { meetings } = readMeetings(calendarOf(events), { timeZone: "Europe/Stockholm", now });
  return meetings.flatMap(({ occurrences }) => occurrences ?? []);
}

const startsOf = (...events: readonly Lines[]) =>
  occurrencesOf(...events).map(({ start }) => new Date(start).toISOString().slice(5, 16));

const marchAndSpring = ["03-01T09:00", "03-08T09:00", "03-15T09:00", "03-22T09:00", "03-29T08:00"];

test("a series keeps its wall time when the clocks change", () => {
  expect(startsOf(weekly)).toEqual(marchAndSpring);
});

test("DTSTART is the first occurrence, and one of COUNT, also where the rule does not name it", () => {
  const tuesdays = [...weekly.slice(0, 2), "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3"];
  expect(startsOf(tuesdays)).toEqual(["03-01T09:00", "03-02T09:00", "03-09T09:00"]);
});

test("RDATE adds starts, also as periods with a length of their own", () => {
  const rdate = `RDATE;VALUE=PERIOD;${zone}:20270302T120000/PT1H,20270303T120000/20270303T140000`;
  const all = occurrencesOf([...weekly, rdate]);
  const lengths = all.slice(0, 3).map(({ start, end }) => ((end ?? 0) - start) / 60_000);
  expect(lengths).toEqual([30, 60, 120]);
  const single = [`DTSTART;${zone}:20270301T100000`, "DURATION:PT30M"];
  expect(startsOf([...single, "RDATE:20270305T090000Z", "RDATE:20270306T090000Z"])).toHaveLength(3);
});

test.each([
  `EXDATE;${zone}:20270315T100000`,
  "EXDATE:20270315T090000Z",
  "EXDATE:20270315T100000",
  "EXDATE;VALUE=DATE:20270315",
  "EXDATE;TZID=W. Europe Standard Time:20270315T100000",
  "EXRULE:FREQ=MONTHLY;BYMONTHDAY=15",
])("%s leaves out an occurrence", (line) => {
  expect(startsOf([...weekly, line])).toEqual(marchAndSpring.filter((_, i) => i !== 2));
});

test("EXDATE takes a list and several lines", () => {
  const lists = [`EXDATE;${zone}:20270308T100000,20270315T100000`, "EXDATE:20270322T090000Z"];
  expect(startsOf([...weekly, ...lists])).toEqual(["03-01T09:00", "03-29T08:00"]);
});

test("RECURRENCE-ID moves an occurrence, whichever zone names it and wherever it stands", () => {
  const moved = ["RECURRENCE-ID:20270308T090000Z", "DTSTART:20270309T120000Z", "DURATION:PT1H"];
  const expected = ["03-01T09:00", "03-09T12:00", "03-15T09:00", "03-22T09:00", "03-29T08:00"];
  expect(startsOf(weekly, moved)).toEqual(expected);
  expect(startsOf(moved, weekly)).toEqual(expected);
  const [, second] = occurrencesOf(weekly, moved);
  expect(second).toMatchObject({ original: Date.parse("2027-03-08T09:00:00Z") });
  expect((second?.end ?? 0) - (second?.start ?? 0)).toBe(3_600_000);
});

test("a cancelled RECURRENCE-ID leaves an occurrence out", () => {
  const gone = [`RECURRENCE-ID;${zone}:20270308T100000`, `DTSTART;${zone}:20270308T100000`];
  const cancelled = [...gone, "STATUS:CANCELLED"];
  expect(startsOf(weekly, cancelled)).toEqual(marchAndSpring.filter((_, i) => i !== 1));
  const older = [...gone, "SEQUENCE:1"];
  expect(startsOf(weekly, [...cancelled, "SEQUENCE:2"], older)).toHaveLength(4);
});

test("RANGE=THISANDFUTURE moves an occurrence and those after it, or ends the series", () => {
  const id = `RECURRENCE-ID;RANGE=THISANDFUTURE;${zone}:20270315T100000`;
  const later = [id, `DTSTART;${zone}:20270316T113000`, "DURATION:PT1H"];
  const moved = ["03-01T09:00", "03-08T09:00", "03-16T10:30", "03-23T10:30", "03-30T09:30"];
  expect(startsOf(weekly, later)).toEqual(moved);
  const one = [`RECURRENCE-ID;${zone}:20270322T100000`, `DTSTART;${zone}:20270401T090000`];
  expect(startsOf(weekly, later, [...one, "DURATION:PT1H"])).toEqual([
    ...moved.filter((_, i) => i !== 3),
    "04-01T07:00",
  ]);
  const ended = [id, `DTSTART;${zone}:20270315T100000`, "STATUS:CANCELLED"];
  expect(startsOf(weekly, ended)).toEqual(marchAndSpring.slice(0, 2));
});

test("an occurrence whose series is not in the file stands alone", () => {
  const alone = ["RECURRENCE-ID:20270308T090000Z", "DTSTART:20270309T120000Z", "DURATION:PT1H"];
  expect(startsOf(alone)).toEqual(["03-09T12:00"]);
});

test("a series without an end gives a year back and a year ahead, one with an end is whole", () => {
  const since = (rule: string) => [`DTSTART;${zone}:20200106T100000`, "DURATION:PT30M", rule];
  expect(startsOf(since("RRULE:FREQ=WEEKLY"))).toHaveLength(104);
  expect(startsOf(since("RRULE:FREQ=DAILY;UNTIL=20990101T000000Z"))).toHaveLength(732);
  expect(startsOf(since("RRULE:FREQ=MONTHLY;COUNT=100"))).toHaveLength(100);
});

test("a DTEND gives each occurrence the same length, a DURATION of days the same wall time", () => {
  const overnight = (length: string) => [
    `DTSTART;${zone}:20270327T120000`,
    length,
    "RRULE:FREQ=DAILY;COUNT=2",
  ];
  const hours = (lines: Lines) =>
    occurrencesOf(lines).map(({ start, end }) => ((end ?? 0) - start) / 3_600_000);
  expect(hours(overnight("DURATION:P1D"))).toEqual([23, 24]);
  expect(hours(overnight(`DTEND;${zone}:20270328T120000`))).toEqual([23, 23]);
});

test("rules that take too long are refused", () => {
  const slow = ["DTSTART:20000101T100000", "RRULE:FREQ=DAILY;COUNT=99999;BYMONTH=2;BYMONTHDAY=30"];
  const many = Array.from({ length: 300 }, (_, i) => [...slow, `SEQUENCE:${i}`]);
  const text = calendarOf(many).replaceAll(/UID:1/g, () => `UID:${Math.random()}`);
  const read = () => readMeetings(text, { timeZone: "Europe/Stockholm", now });
  expect(read).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});
