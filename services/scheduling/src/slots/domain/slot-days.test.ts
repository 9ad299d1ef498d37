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

test("across the date line, and where the clocks change at midnight or by half an hour, dates are those of the wall", () => {
  const datesIn = (zone: string, starts: readonly string[]) =>
    slotDays(
      starts.map((start) => slot(start, 30)),
      zone,
    ).map(({ date, slots }) => `${date} ${slots.map(({ localStart }) => localStart).join(" ")}`);
  const noon = ["2027-02-01T10:30:00Z", "2027-02-01T11:30:00Z"];
  expect(datesIn("Pacific/Pago_Pago", noon)).toEqual(["2027-01-31 23:30", "2027-02-01 00:30"]);
  expect(datesIn("Pacific/Kiritimati", noon)).toEqual(["2027-02-02 00:30 01:30"]);
  // Samoa had no 30 December 2011.
  const samoa = ["2011-12-30T09:30:00Z", "2011-12-30T10:00:00Z"];
  expect(datesIn("Pacific/Apia", samoa)).toEqual(["2011-12-29 23:30", "2011-12-31 00:00"]);
  // In Santiago the midnight of 5 September 2027 does not exist.
  const chile = ["2027-09-05T03:30:00Z", "2027-09-05T04:00:00Z"];
  expect(datesIn("America/Santiago", chile)).toEqual(["2027-09-04 23:30", "2027-09-05 01:00"]);
  const lordHowe = ["2027-04-03T14:30:00Z", "2027-04-03T15:00:00Z"];
  expect(datesIn("Australia/Lord_Howe", lordHowe)).toEqual(["2027-04-04 01:30 01:30"]);
});

test("a window that ends before it starts is refused", () => {
  const asked = { from: "2027-02-02", to: "2027-02-01", timeZone: "UTC" };
  expect(() => windowOfDates(asked)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});
