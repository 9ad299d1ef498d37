import { expect, test } from "vitest";
import { writeMoment, writeRange, writeShort } from "./write-time.ts";

const start = Date.parse("2027-02-01T09:00:00Z");
const end = Date.parse("2027-02-01T09:30:00Z");

test("a time stands on the reader's wall, with the zone", () => {
  const reader = { formats: "en-GB", timeZone: "Europe/Stockholm" };
  const text = writeRange(reader, { start, end });
  expect(text).toContain("Monday");
  expect(text).toContain("1 February 2027");
  expect(text).toMatch(/10:00\s?–\s?10:30 \(Europe\/Stockholm\)$/u);
});

test("the same time has another date where it is already tomorrow", () => {
  const reader = { formats: "sv-SE", timeZone: "Pacific/Kiritimati" };
  expect(writeMoment(reader, Date.parse("2027-02-01T20:00:00Z"))).toMatch(
    /tisdag 2 februari 2027.*10:00 \(Pacific\/Kiritimati\)/,
  );
});

test("a meeting over midnight names both dates", () => {
  const reader = { formats: "en-GB", timeZone: "UTC" };
  const text = writeRange(reader, {
    start: Date.parse("2027-02-01T23:30:00Z"),
    end: Date.parse("2027-02-02T00:30:00Z"),
  });
  expect(text).toContain("1 February 2027");
  expect(text).toContain("2 February 2027");
});

test("without a zone, or with one that is none, times are in UTC and say so", () => {
  expect(writeMoment({ formats: "en-GB", timeZone: null }, start)).toContain("09:00 (UTC)");
  expect(writeMoment({ formats: "en-GB", timeZone: "Mars/Base" }, start)).toContain("09:00 (UTC)");
});

test("a subject has the short form", () => {
  expect(writeShort({ formats: "en-GB", timeZone: "Europe/Stockholm" }, start)).toBe(
    "1 Feb, 10:00",
  );
});
