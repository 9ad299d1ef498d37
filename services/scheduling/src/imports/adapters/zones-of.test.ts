import { expect, test } from "vitest";
import { readMeetings } from "./read-meetings.ts";

/** A zone two hours ahead of UTC in winter and three in summer, by the rules of Europe. */
const ownRules = (tzid: string) => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  "BEGIN:STANDARD",
  "DTSTART:20201025T030000",
  "TZOFFSETFROM:+0300",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:20210328T020000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0300",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

function startOf(start: string, before: readonly string[] = [], timeZone: string | null = null) {
  const event = ["BEGIN:VEVENT", "UID:1", start, "DURATION:PT30M", "END:VEVENT"];
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", ...before, ...event, "END:VCALENDAR", ""];
  const now = Date.UTC(2027, 0);
  const [meeting] = readMeetings(lines.join("\r\n"), { timeZone, now }).meetings;
  const at = meeting?.occurrences?.[0]?.start;
  return at === undefined ? null : new Date(at).toISOString().slice(0, 16);
}

test.each([
  ["Europe/Vienna", "08:00"],
  ["europe/vienna", "08:00"],
  ["/Europe/Vienna", "08:00"],
  ["/freeassociation.sourceforge.net/Europe/Vienna", "08:00"],
  ["/freeassociation.sourceforge.net/Tzfile/Europe/Vienna", "08:00"],
  ["/citadel.org/20210210_1/Europe/Berlin", "08:00"],
  ["/mozilla.org/20050126_1/America/Argentina/Ushuaia", "13:00"],
  ['"/citadel.org/20210210_1/Europe/Berlin"', "08:00"],
  ["W. Europe Standard Time", "08:00"],
  ['"Eastern Standard Time"', "14:00"],
  ["Japan", "01:00"],
  ["EST5EDT", "14:00"],
  ["GB", "09:00"],
  ["CET", "08:00"],
  ["UTC", "10:00"],
  ["GMT", "10:00"],
  ["Z", "10:00"],
  ["tzone://Microsoft/Utc", "10:00"],
])("TZID=%s is known without its VTIMEZONE: 10:00 is %s of UTC", (tzid, expected) => {
  expect(startOf(`DTSTART;TZID=${tzid}:20270701T100000`)).toBe(`2027-07-01T${expected}`);
});

test.each([
  ["Berlin custom", "07:00"],
  ["(UTC+02:00) Helsinki, Kyiv, Riga", "07:00"],
  ["tzone://Microsoft/Custom", "07:00"],
  ["Customized Time Zone", "07:00"],
  ["EST", "07:00"],
  // The rules of a file are often those of the past, so a name that is known wins.
  ["Europe/Stockholm", "08:00"],
  ["W. Europe Standard Time", "08:00"],
])("TZID=%s beside a VTIMEZONE of that name: 10:00 is %s of UTC", (tzid, expected) => {
  const start = `DTSTART;TZID=${tzid}:20270701T100000`;
  expect(startOf(start, ownRules(tzid))).toBe(`2027-07-01T${expected}`);
  if (/[:,;]/.test(tzid)) {
    const quoted = `DTSTART;TZID="${tzid}":20270701T100000`;
    expect(startOf(quoted, ownRules(tzid))).toBe(`2027-07-01T${expected}`);
  }
});

test("a zone that nothing defines is none", () => {
  expect(startOf("DTSTART;TZID=Mars/Olympus:20270701T100000")).toBeNull();
  expect(startOf("DTSTART;TZID=Mine:20270701T100000", ownRules("Other"))).toBeNull();
});

test.each([
  ["in the gap, the offset before it", "20270328T023000", "2027-03-28T00:30"],
  ["in the repeated hour, the first one", "20271031T023000", "2027-10-30T23:30"],
  ["before the first onset, its TZOFFSETFROM", "20200701T100000", "2020-07-01T07:00"],
])("a VTIMEZONE's own rules: %s", (_, at, expected) => {
  expect(startOf(`DTSTART;TZID=Own:${at}`, ownRules("Own"))).toBe(expected);
});

test("a known zone is read by the same rule in its gap and its repeated hour", () => {
  const zone = "DTSTART;TZID=Europe/Stockholm";
  expect(startOf(`${zone}:20270328T023000`)).toBe("2027-03-28T01:30");
  expect(startOf(`${zone}:20271031T023000`)).toBe("2027-10-31T00:30");
});

test("a floating time is of the import's zone, else of X-WR-TIMEZONE, also by a Windows name", () => {
  const newYork = ["X-WR-TIMEZONE:America/New_York"];
  const start = "DTSTART:20270715T100000";
  expect(startOf(start, newYork)).toBe("2027-07-15T14:00");
  expect(startOf(start, ["X-WR-TIMEZONE:Eastern Standard Time"])).toBe("2027-07-15T14:00");
  expect(startOf(start, newYork, "Europe/Stockholm")).toBe("2027-07-15T08:00");
  expect(startOf(start)).toBeNull();
});

test("Z is UTC in small letters, and wins over a TZID", () => {
  expect(startOf("DTSTART:20270716t100000z")).toBe("2027-07-16T10:00");
  expect(startOf("DTSTART;TZID=Europe/Stockholm:20270716T100000Z")).toBe("2027-07-16T10:00");
});
