import { describe, expect, test } from "vitest";
import { at, busy, days, open, requestOf, starts } from "./support/request-of.ts";
import { canBook } from "../src/index.ts";

const ofType = { countsFor: "MEETING_TYPE" } as const;
const ofHost = { countsFor: "HOST" } as const;
const monday = busy("02-01 09:00", "02-01 10:00", ofType);
const whole = ["02-01", "02-02", "02-03", "02-04", "02-05", "02-06", "02-07"];

describe("limits", () => {
  test("close a day that has its number of bookings", () => {
    const rules = { limits: { perDay: { bookings: 1 } } };
    expect(days({ rules, host: { busy: [monday] } })).toEqual(whole.slice(1));
    const two = { limits: { perDay: { bookings: 2 } } };
    expect(days({ rules: two, host: { busy: [monday] } })).toEqual(whole);
  });

  test("close a week from Monday on, and a month, on the host's calendar", () => {
    const rules = { limits: { perWeek: { bookings: 1 } } };
    const sunday = busy("01-31 09:00", "01-31 10:00", ofType);
    expect(days({ rules, host: { busy: [sunday] } })).toEqual(whole);
    expect(days({ rules, host: { busy: [monday] } })).toEqual([]);
    expect(days({ rules, host: { busy: [monday] }, to: "02-09 00:00" })).toEqual(["02-08"]);
    const monthly = { limits: { perMonth: { bookings: 1 } } };
    const window = { from: "01-30 00:00", to: "03-03 00:00" };
    expect(days({ rules: monthly, host: { busy: [monday] }, ...window })).toEqual([
      "01-30",
      "01-31",
      "03-01",
      "03-02",
    ]);
  });

  test("count minutes: what is booked and the meeting itself must fit", () => {
    const rules = (minutes: number) => ({ limits: { perDay: { minutes } } });
    expect(days({ rules: rules(120), host: { busy: [monday] } })).toEqual(whole);
    expect(days({ rules: rules(119), host: { busy: [monday] } })).toEqual(whole.slice(1));
    expect(days({ rules: rules(60) })).toEqual(whole);
    expect(days({ rules: rules(59) })).toEqual([]);
  });

  test("of a type count bookings of the type; those of a host count all; a calendar's entries count for none", () => {
    const one = { perDay: { bookings: 1 } };
    const others = [busy("02-01 09:00", "02-01 10:00", ofHost), busy("02-02 09:00", "02-02 10:00")];
    expect(days({ rules: { limits: one }, host: { busy: others } })).toEqual(whole);
    expect(days({ host: { limits: one, busy: others } })).toEqual(whole.slice(1));
    expect(days({ host: { limits: one, busy: [monday] } })).toEqual(whole.slice(1));
  });

  test("count a booking where it starts, by the host's date and not by UTC's", () => {
    const schedule = open("08:00", "10:00", "Pacific/Auckland");
    // 2027-02-02 08:00 in Auckland.
    const booked = {
      start: Date.parse("2027-02-01T19:00Z"),
      end: Date.parse("2027-02-01T20:00Z"),
      ...ofType,
    };
    const rules = { limits: { perDay: { bookings: 1 } } };
    const from = "02-01 00:00";
    expect(starts({ rules, host: { schedule, busy: [booked] }, from, to: "02-03 00:00" })).toEqual([
      "02-02 20:00",
      "02-02 21:00",
    ]);
    const overnight = busy("02-01 23:30", "02-02 03:00", ofType);
    expect(days({ rules, host: { busy: [overnight] } })).toEqual(whole.slice(1));
  });

  test("count for each host of a team", () => {
    const hosts = [{ busy: [monday] }, {}];
    const limits = { perDay: { bookings: 1 } };
    expect(days({ rules: { mode: "ROUND_ROBIN", limits }, hosts })).toEqual(whole);
    expect(days({ rules: { mode: "COLLECTIVE", limits }, hosts })).toEqual(whole.slice(1));
  });

  test("are the same whichever window asks", () => {
    const request = requestOf({
      rules: { limits: { perMonth: { bookings: 1 } } },
      host: { busy: [busy("02-28 09:00", "02-28 10:00", ofType)] },
    });
    expect(canBook(request, at("02-01 09:00"))).toBe(false);
    expect(canBook(request, at("03-01 09:00"))).toBe(true);
  });
});
