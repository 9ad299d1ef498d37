import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { scalars } from "./scalars.ts";

test.each([
  ["2027-02-01T09:00:00Z", Date.UTC(2027, 1, 1, 9)],
  ["2027-02-01t09:00:00.5+01:00", Date.UTC(2027, 1, 1, 8, 0, 0, 500)],
])("%s is an instant", (text, instant) => {
  expect(scalars.DateTime.parseValue(text)).toBe(instant);
});

test.each(["2027-02-30T09:00:00Z", "2027-02-01T25:00:00Z", "2027-02-01T09:00:00", "2027-02-01", 5])(
  "%s is no instant",
  (value) => {
    expect(() => scalars.DateTime.parseValue(value)).toThrow(InvalidInput);
  },
);

test("an instant is written in UTC", () => {
  expect(scalars.DateTime.serialize(Date.UTC(2027, 1, 1, 9))).toBe("2027-02-01T09:00:00.000Z");
});

test.each(["00:00", "09:30", "24:00"])("%s is a wall time", (text) => {
  expect(scalars.LocalTime.parseValue(text)).toBe(text);
});

test.each(["24:01", "9:30", "12:60", "noon"])("%s is no wall time", (text) => {
  expect(() => scalars.LocalTime.parseValue(text)).toThrow(InvalidInput);
});

test("a day that no calendar has is no date", () => {
  expect(scalars.Date.parseValue("2028-02-29")).toBe("2028-02-29");
  expect(() => scalars.Date.parseValue("2027-02-29")).toThrow(InvalidInput);
});

test.each(["0027-02-01", "1969-12-31", "2200-01-01", "9990-02-01"])(
  "a date or an instant in %s is refused: no schedule reaches there",
  (date) => {
    const problems = (parse: () => unknown) => {
      try {
        return parse();
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInput);
        return (error as InvalidInput).details["problems"];
      }
    };
    const outOfRange = [
      { path: "", code: "OUT_OF_RANGE", message: "must be between 1970 and 2199" },
    ];
    expect(problems(() => scalars.Date.parseValue(date))).toEqual(outOfRange);
    expect(problems(() => scalars.DateTime.parseValue(`${date}T12:00:00Z`))).toEqual(outOfRange);
  },
);

test.each(["1970-01-01", "2199-12-31"])("%s is the outermost date", (date) => {
  expect(scalars.Date.parseValue(date)).toBe(date);
  expect(scalars.DateTime.parseValue(`${date}T12:00:00Z`)).toBe(Date.parse(`${date}T12:00:00Z`));
});
