import { expect, test } from "vitest";
import { packSlots, unpackSlots } from "../src/public/booking/offer.ts";
import { groupByDay } from "../src/time/group-by-day.ts";

const start = Date.UTC(2027, 2, 20);
const days = [
  {
    slots: Array.from({ length: 700 }, (_, index) => ({
      startAt: new Date(start + index * 45 * 60_000).toISOString(),
      seatsLeft: index % 3 === 0 ? null : index,
    })),
  },
];

test("slots come out of the page as they went in", () => {
  const slots = unpackSlots(packSlots(days));
  expect(slots.map((slot) => new Date(slot.start).toISOString())).toEqual(
    days[0]?.slots.map(({ startAt }) => startAt),
  );
  expect(slots.map(({ seatsLeft }) => seatsLeft)).toEqual(
    days[0]?.slots.map(({ seatsLeft }) => seatsLeft),
  );
});

test("check 13: in every zone the days together hold each slot once, with its instant", () => {
  const slots = unpackSlots(packSlots(days));
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    const grouped = groupByDay(slots, timeZone);
    expect([...grouped.values()].flat(), timeZone).toEqual(slots);
    expect([...grouped.keys()], timeZone).toEqual([...grouped.keys()].sort());
  }
});
