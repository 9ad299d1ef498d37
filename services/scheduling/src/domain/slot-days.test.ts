import { expect, test } from "vitest";
import { slotDays, windowOfDates } from "./slot-days.ts";

const slot = (start: string, minutes: number) => ({
  start: Date.parse(start),
  end: Date.parse(start) + minutes * 60_000,
  hostIds: ["h"],
});

test("slots are grouped by the date of the zone and shown on its wall", () => {
  const slots = [
    slot("2027-02-01T09:45:00Z", 30),
    slot("2027-02-01T10:00:00Z", 30),
    slot("2027-02-02T09:00:00Z", 60),
  ];
  const days = slotDays(slots, "Pacific/Kiritimati");
  expect(
    days.map(({ date, slots }) => [
      date,
      slots.map(({ localStart, localEnd }) => `${localStart}-${localEnd}`),
    ]),
  ).toEqual([
    ["2027-02-01", ["23:45-00:15"]],
    ["2027-02-02", ["00:00-00:30", "23:00-00:00"]],
  ]);
});

test("a date begins at its midnight and ends at the next, however long that is", () => {
  const hours = (date: string) => {
    const { start, end } = windowOfDates({ from: date, to: date, timeZone: "Europe/Stockholm" });
    return (end - start) / 3_600_000;
  };
  expect([hours("2027-03-27"), hours("2027-03-28"), hours("2027-10-31")]).toEqual([24, 23, 25]);
});

test("a window that ends before it starts is refused", () => {
  const asked = { from: "2027-02-02", to: "2027-02-01", timeZone: "UTC" };
  expect(() => windowOfDates(asked)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});
