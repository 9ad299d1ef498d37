import { describe, expect, test } from "vitest";
import { findSlots } from "../src/index.ts";
import { busy, open, requestOf, starts, type Changes } from "./support/request-of.ts";

const day = { from: "02-01 00:00", to: "02-02 00:00" };
const who = (changes: Changes) =>
  findSlots(requestOf({ ...day, ...changes })).map((slot) => slot.hostIds.join("+"));
const when = (changes: Changes) => starts({ ...day, ...changes }).map((start) => start.slice(6));
const robin = { mode: "ROUND_ROBIN" } as const;
const collective = { mode: "COLLECTIVE" } as const;

describe("collective", () => {
  test("lays the grid where the hours of all begin to meet", () => {
    const hosts = [{}, { schedule: open("09:45", "12:30") }];
    expect(when({ rules: collective, hosts })).toEqual(["09:45", "10:45"]);
    expect(who({ rules: collective, hosts })).toEqual(["h1+h2", "h1+h2"]);
  });

  test("meets across zones whose hours lie at other minutes", () => {
    const hosts = [
      { schedule: open("09:00", "17:00") },
      { schedule: open("09:00", "17:00", "Asia/Kathmandu") },
    ];
    expect(when({ rules: collective, hosts })).toEqual(["09:00", "10:00", "11:00"]);
  });

  test("is not moved by busy time", () => {
    const hosts = [{}, { busy: [busy("02-01 09:00", "02-01 09:10")] }];
    expect(when({ rules: collective, hosts })).toEqual(["10:00", "11:00"]);
  });
});

describe("round robin", () => {
  test("names everybody who is free at a start", () => {
    const hosts = [
      { busy: [busy("02-01 09:00", "02-01 10:00")] },
      { busy: [busy("02-01 11:00", "02-01 12:00")] },
    ];
    expect(when({ rules: robin, hosts })).toEqual(["09:00", "10:00", "11:00"]);
    expect(who({ rules: robin, hosts })).toEqual(["h2", "h1+h2", "h1"]);
  });

  test("offers the starts of each host's own grid, to all who are free then", () => {
    const hosts = [{}, { schedule: open("09:30", "11:30") }];
    expect(when({ rules: robin, hosts })).toEqual(["09:00", "09:30", "10:00", "10:30", "11:00"]);
    expect(who({ rules: robin, hosts })).toEqual(["h1", "h1+h2", "h1+h2", "h1+h2", "h1"]);
  });

  test("offers no start of a grid whose own host is not free then", () => {
    const hosts = [
      {},
      { schedule: open("09:30", "10:30"), busy: [busy("02-01 09:00", "02-01 10:00")] },
    ];
    expect(when({ rules: robin, hosts })).toEqual(["09:00", "10:00", "11:00"]);
  });

  test("wants every fixed host free at each start, on the grid of those who take turns", () => {
    const hosts = [{}, { schedule: open("09:30", "11:30"), isFixed: true }];
    expect(when({ rules: robin, hosts })).toEqual(["10:00"]);
    expect(who({ rules: robin, hosts })).toEqual(["h2+h1"]);
  });

  test("wants all of several fixed hosts", () => {
    const hosts = [
      { isFixed: true, busy: [busy("02-01 09:00", "02-01 10:00")] },
      {},
      { isFixed: true, busy: [busy("02-01 11:00", "02-01 12:00")] },
    ];
    expect(when({ rules: robin, hosts })).toEqual(["10:00"]);
    expect(who({ rules: robin, hosts })).toEqual(["h1+h3+h2"]);
  });

  test("with fixed hosts alone is a collective", () => {
    const hosts = [{ isFixed: true }, { schedule: open("10:00", "12:00"), isFixed: true }];
    expect(when({ rules: robin, hosts })).toEqual(when({ rules: collective, hosts }));
  });

  test("wants one free host of every group", () => {
    const hosts = [
      { group: "sales" },
      { group: "sales", busy: [busy("02-01 09:00", "02-01 12:00")] },
      { group: "engineering", busy: [busy("02-01 10:00", "02-01 11:00")] },
    ];
    expect(when({ rules: robin, hosts })).toEqual(["09:00", "11:00"]);
    expect(who({ rules: robin, hosts })).toEqual(["h1+h3", "h1+h3"]);
  });

  test("answers for a hundred hosts on a hundred grids", () => {
    const hosts = Array.from({ length: 100 }, (_, i) => ({
      schedule: open(`09:${String(i % 60).padStart(2, "0")}`, "11:00"),
    }));
    expect(when({ rules: robin, hosts })).toHaveLength(61);
  });
});
