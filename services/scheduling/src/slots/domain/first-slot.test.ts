import { findSlots } from "@tidbok/availability";
import { expect, test } from "vitest";
import { firstSlot } from "./first-slot.ts";

const now = Date.parse("2027-01-01T00:00:00Z");
const year = 365 * 24 * 60 * 60_000;
const request = {
  rules: { mode: "ONE_HOST" as const, durationMinutes: 30 },
  window: { start: now, end: now + year },
  now,
};
const host = (date: string) => ({
  id: "h",
  busy: [],
  schedule: {
    timeZone: "UTC",
    weekly: [],
    overrides: [{ date, windows: [{ start: "09:00", end: "10:00" }] }],
  },
});

test("the first slot is found however far away it is", () => {
  const slot = firstSlot([{ ...request, hosts: [host("2027-11-30")] }], findSlots);
  expect(slot?.start).toBe(Date.parse("2027-11-30T09:00:00Z"));
});

test("beyond the window there is none", () => {
  expect(firstSlot([{ ...request, hosts: [host("2028-01-01")] }], findSlots)).toBeNull();
});
