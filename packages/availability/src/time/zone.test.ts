import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { zoneNamed } from "./zone.ts";

const hour = 3_600_000;
const begin = Date.UTC(2027, 0, 1);
const end = Date.UTC(2028, 0, 1);

/** Temporal, the oracle: the offset at an instant, and the instant of a wall time. */
function oracle(timeZone: string) {
  return {
    offsetAt: (instant: number) =>
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
        .offsetNanoseconds / 1e6,
    instantOf: (wall: number) =>
      Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1)).toZonedDateTime(
        timeZone,
      ).epochMilliseconds,
  };
}

function changesIn2027(timeZone: string): number[] {
  const changes: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(timeZone);
  while ((at = at.getTimeZoneTransition("next")) !== null && at.epochMilliseconds < end) {
    changes.push(at.epochMilliseconds);
  }
  return changes;
}

describe("zoneNamed", () => {
  const names = Intl.supportedValuesOf("timeZone");

  test("agrees with Temporal around every change of every IANA zone in 2027", () => {
    let changes = 0;
    for (const name of names) {
      const [zone, temporal] = [zoneNamed(name), oracle(name)];
      for (const change of changesIn2027(name)) {
        changes += 1;
        for (const instant of [change - 1, change, change + 1]) {
          expect(zone.offsetAt(instant), `${name} ${instant}`).toBe(temporal.offsetAt(instant));
        }
        // Wall times through the gap or the overlap, and both edges to the millisecond.
        const [before, after] = [zone.offsetAt(change - 1), zone.offsetAt(change)];
        const edges = [change + before, change + after].flatMap((wall) => [
          wall - 1,
          wall,
          wall + 1,
        ]);
        const through = [-3, -1.5, -1, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1, 1.5, 3];
        for (const wall of [...edges, ...through.map((n) => change + after + n * hour)]) {
          expect(zone.instantOf(wall), `${name} ${wall}`).toBe(temporal.instantOf(wall));
        }
      }
    }
    expect(changes).toBeGreaterThan(200);
  });

  test("agrees with Temporal in every week of 2027, in every zone", () => {
    for (const name of names) {
      const [zone, temporal] = [zoneNamed(name), oracle(name)];
      for (let at = begin + 11 * hour; at < end; at += 168 * hour) {
        expect(zone.offsetAt(at), name).toBe(temporal.offsetAt(at));
      }
    }
  });

  test("agrees with Temporal in years far apart, asked in any order", () => {
    const years = [2150, 1971, 2027, 1996, 2011, 2038, 2199, 1970];
    for (const name of [
      "Europe/Stockholm",
      "Pacific/Apia",
      "Africa/Casablanca",
      "Asia/Pyongyang",
    ]) {
      const [zone, temporal] = [zoneNamed(name), oracle(name)];
      for (const year of years) {
        for (let month = 0; month < 12; month += 1) {
          const at = Date.UTC(year, month, 15, 12);
          expect(zone.offsetAt(at), `${name} ${year}`).toBe(temporal.offsetAt(at));
          expect(zone.instantOf(at), `${name} ${year}`).toBe(temporal.instantOf(at));
        }
      }
    }
  });

  test("knows a zone whatever the case of its name, and keeps it", () => {
    expect(zoneNamed("europe/stockholm")).toBe(zoneNamed("Europe/Stockholm"));
  });

  test("refuses a zone that is none", () => {
    expect(() => zoneNamed("Europe/Atlantis")).toThrow(RangeError);
  });
});
