import fc from "fast-check";
import { expect, test } from "vitest";
import { timeReader } from "./time-reader.ts";

const wall = (text: string) => ({ wall: Date.parse(`${text}Z`), timeZone: null });
const alone = (text: string) => timeReader([text])(text);

test.each([
  ["2027-02-02 09:00", "2027-02-02T09:00"],
  ["2027-02-02T9:05:00", "2027-02-02T09:05"],
  ["2027/02/02 09:00", "2027-02-02T09:00"],
  ["2027-02-02 24:00", "2027-02-03T00:00"],
  ["2027-12-31T24:00:00", "2028-01-01T00:00"],
  ["2027-08-02 10:00 am", "2027-08-02T10:00"],
  ["2027-08-02 12:00 AM", "2027-08-02T00:00"],
  ["2027-08-02 12:30 p.m.", "2027-08-02T12:30"],
  ["2027-08-02 9\u202Fpm", "2027-08-02T21:00"],
  ["8/13/2027 9:00:00 AM", "2027-08-13T09:00"],
  ["13.8.2027 09:00", "2027-08-13T09:00"],
  ["8/8/2027 09:00", "2027-08-08T09:00"],
  ["Aug 12, 2027 9:00 AM", "2027-08-12T09:00"],
  ["Thursday, 12 August 2027, 09:00", "2027-08-12T09:00"],
])("%s is %s on the wall", (text, time) => {
  expect(alone(text)).toEqual(wall(time));
});

test.each([
  ["2027-02-02T09:00:00+01:00", "2027-02-02T08:00"],
  ["2027-02-02 09:00 Z", "2027-02-02T09:00"],
  ["2027-02-02 9:00 pm -0500", "2027-02-03T02:00"],
])("%s is the instant %s", (text, time) => {
  expect(alone(text)).toEqual({ instant: Date.parse(`${time}Z`) });
});

test.each([
  "",
  "2027-02-02",
  "09:00",
  "2027-02-30 09:00",
  "2027-02-02 24:01",
  "2027-02-02 25:00",
  "2027-02-02 13:00 pm",
  "2027-02-02 0:00 am",
  "2027-02-02 09:60",
  "13/13/2027 09:00",
  "2/2/27 09:00",
  "2027-02-02 09:00+99:00",
  "tomorrow 09:00",
])("%j is no time", (text) => {
  expect(alone(text)).toBe("WRONG_FORMAT");
});

test("a day and a month that could be each other are told apart by the other dates alone", () => {
  const of = (...texts: readonly string[]) => timeReader(texts)("8/12/2027 09:00");
  expect(of("8/12/2027 09:00")).toBe("AMBIGUOUS_DATE");
  expect(of("8/12/2027 09:00", "8/13/2027 09:00")).toEqual(wall("2027-08-12T09:00"));
  expect(of("8/12/2027 09:00", "13/8/2027 09:00")).toEqual(wall("2027-12-08T09:00"));
  // A table in which both orders stand proves neither.
  expect(of("13/8/2027 09:00", "8/13/2027 09:00")).toBe("AMBIGUOUS_DATE");
});

test("any instant is read back from its ISO text, and no text breaks the reader", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
      (at) => {
        at.setUTCSeconds(0, 0);
        expect(alone(at.toISOString())).toEqual({ instant: at.getTime() });
      },
    ),
  );
  fc.assert(fc.property(fc.string(), (text) => void alone(text)));
});
