import { CalendarDate } from "@internationalized/date";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeDay } from "../src/app/time/place-day.ts";

const stockholm = { date: new CalendarDate(2026, 12, 1), timeZone: "Europe/Stockholm" };
const at = (id: string, startAt: string, endAt: string) => ({ id, startAt, endAt });

test("a day has what touches it, by its own clock", () => {
  const placed = placeDay(
    [
      at("night", "2026-11-30T22:30:00Z", "2026-12-01T00:00:00Z"),
      at("before", "2026-11-30T20:00:00Z", "2026-11-30T23:00:00Z"),
      at("nine", "2026-12-01T08:00:00Z", "2026-12-01T08:30:00Z"),
    ],
    stockholm,
  );
  expect(placed.map(({ entry, fromMinute, toMinute }) => [entry.id, fromMinute, toMinute])).toEqual(
    [
      ["night", 0, 60],
      ["nine", 540, 570],
    ],
  );
});

test("check 37: entries are in the order of time, and two that overlap are never in one lane", () => {
  const start = Date.parse("2026-11-30T23:00:00Z");
  const entry = fc
    .record({
      id: fc.uuid(),
      from: fc.integer({ min: 0, max: 1400 }),
      length: fc.integer({ min: 15, max: 300 }),
    })
    .map(({ id, from, length }) => ({
      id,
      startAt: new Date(start + from * 60_000).toISOString(),
      endAt: new Date(start + (from + length) * 60_000).toISOString(),
    }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const placed = placeDay(entries, stockholm);
      expect(placed).toHaveLength(entries.length);
      placed.forEach((one, index) => {
        expect(one.lane).toBeLessThan(one.lanes);
        for (const other of placed.slice(index + 1)) {
          expect(other.fromMinute).toBeGreaterThanOrEqual(one.fromMinute);
          if (other.fromMinute < one.toMinute) expect(other.lane).not.toBe(one.lane);
        }
      });
    }),
  );
});
