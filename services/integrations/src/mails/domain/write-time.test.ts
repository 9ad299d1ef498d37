import { hour, minute } from "@tidbok/domain";
import { expect, test } from "vitest";
import { writeMoment, writeRange, writeSubjectRange, type Reader } from "./write-time.ts";

const swedish = { formats: "sv-SE", timeZone: "Europe/Stockholm" };
const english = { formats: "en-GB", timeZone: "Europe/Stockholm" };
const between = (start: string, end: string) => ({
  start: Date.parse(start),
  end: Date.parse(end),
});
const halfHour = between("2027-02-01T09:00:00Z", "2027-02-01T09:30:00Z");

test("a time stands on the reader's wall, with the zone", () => {
  expect(writeRange(english, halfHour)).toBe(
    "Monday 1 February 2027, 10:00–10:30 (Europe/Stockholm)",
  );
  expect(writeRange(swedish, halfHour)).toBe(
    "måndag 1 februari 2027, 10:00–10:30 (Europe/Stockholm)",
  );
});

test("the same time has another date where it is already tomorrow", () => {
  const reader = { formats: "sv-SE", timeZone: "Pacific/Kiritimati" };
  expect(writeMoment(reader, Date.parse("2027-02-01T20:00:00Z"))).toBe(
    "tisdag 2 februari 2027, 10:00 (Pacific/Kiritimati)",
  );
});

test("a meeting over midnight names both dates", () => {
  const range = between("2027-02-01T22:30:00Z", "2027-02-01T23:30:00Z");
  expect(writeRange(english, range)).toBe(
    "Monday 1 February 2027, 23:30 – Tuesday 2 February 2027, 00:30 (Europe/Stockholm)",
  );
});

test("without a zone, or with one that is none, times are in UTC and say so", () => {
  const { start } = halfHour;
  for (const timeZone of [null, "Mars/Base"]) {
    expect(writeMoment({ formats: "en-GB", timeZone }, start)).toContain("09:00 (UTC)");
  }
});

test("a subject has the weekday, start and end, and the zone in words", () => {
  expect(writeSubjectRange(english, halfHour)).toBe(
    "Monday 1 Feb 2027, 10:00–10:30 (Central European Time)",
  );
  expect(writeSubjectRange(swedish, halfHour)).toBe(
    "måndag 1 feb. 2027, 10:00–10:30 (centraleuropeisk tid)",
  );
  expect(writeSubjectRange({ ...english, timeZone: null }, halfHour)).toMatch(
    /09:00–09:30 \(Coordinated Universal Time\)$/,
  );
  // The language has no words for this zone.
  expect(writeSubjectRange({ ...english, timeZone: "Etc/GMT+5" }, halfHour)).toMatch(
    /04:00–04:30 \(Etc\/GMT\+5\)$/,
  );
});

test("in the repeated hour start and end have their offsets, and an hour has an end", () => {
  const over = between("2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z");
  expect(writeRange(english, over)).toBe(
    "Sunday 31 October 2027, 02:30 UTC+2 – 02:00 UTC+1 (Europe/Stockholm)",
  );
  const anHour = between("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z");
  expect(writeSubjectRange(swedish, anHour)).toBe(
    "söndag 31 okt. 2027, 02:30 UTC+2 – 02:30 UTC+1 (centraleuropeisk tid)",
  );
  expect(writeMoment(swedish, anHour.end)).toContain("02:30 UTC+1 (");
});

test("a meeting over the hour that is left out has offsets, so that its length can be read", () => {
  const range = between("2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z");
  expect(writeRange(english, range)).toContain("01:30 UTC+1 – 03:30 UTC+2");
});

test("an offset may have minutes, and seconds in the past", () => {
  const range = between("2027-04-03T14:30:00Z", "2027-04-03T15:30:00Z");
  expect(writeRange({ ...english, timeZone: "Australia/Lord_Howe" }, range)).toContain(
    "01:30 UTC+11 – 02:00 UTC+10:30",
  );
  const liberia = between("1972-01-07T00:30:00Z", "1972-01-07T01:00:00Z");
  expect(writeRange({ ...english, timeZone: "Africa/Monrovia" }, liberia)).toContain(
    "6 January 1972, 23:45:30 UTC-0:44:30 – Friday 7 January 1972, 01:00 UTC+0",
  );
});

// Another way to the offset than the module's own: the wall clock of the runtime.
function wallOf(format: Intl.DateTimeFormat, at: number): number {
  const [month, day, year, ...clock] = (format.format(at).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, ...(clock as [number, number, number]));
}

/** The instants of 1970 to 2040 at which the zone's offset changes, to the minute. */
function transitionsOf(timeZone: string): number[] {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offset = (at: number) => wallOf(format, at) - at;
  const step = 14 * 24 * hour;
  const found: number[] = [];
  let old = offset(0);
  for (let at = 0; at < Date.UTC(2040, 0); at += step) {
    const next = offset(at + step);
    if (next === old) continue;
    let [before, after] = [at, at + step];
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (offset(middle) === old) before = middle;
      else after = middle;
    }
    found.push(after);
    old = next;
  }
  return found;
}

test("no two different times around a change of any zone's clock read alike, in any language or style", () => {
  const tried = new Set<string>();
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    const changes = transitionsOf(timeZone);
    // Zones that differ in nothing but the name are tried once.
    const alike = `${new Date(changes[0] ?? 0).toLocaleString("en", { timeZone })} ${changes}`;
    if (tried.has(alike)) continue;
    tried.add(alike);
    const read = new Map<string, string>();
    for (const [i, change] of changes.entries()) {
      const reader: Reader = { formats: i % 2 === 0 ? "en-GB" : "sv-SE", timeZone };
      const write = i % 4 < 2 ? writeRange : writeSubjectRange;
      for (const begin of [-60, -30, 0, 30]) {
        for (const length of [30, 60, 90]) {
          const start = change + begin * minute;
          const text = write(reader, { start, end: start + length * minute });
          const interval = `${start} ${length}`;
          if ((read.get(text) ?? interval) !== interval) expect.fail(`${timeZone}: ${text}`);
          read.set(text, interval);
        }
      }
    }
  }
  expect(tried.size).toBeGreaterThan(200);
});
