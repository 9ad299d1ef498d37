import type { SlotRequest } from "@tidbok/availability";
import { DomainError } from "@tidbok/domain";
import { expect, test } from "vitest";
import { checkTime, slotToBook } from "./slot-decision.ts";

const now = Date.parse("2027-02-01T06:00:00Z");
const at = (time: string) => Date.parse(`2027-02-${time}:00Z`);
const request: SlotRequest = {
  rules: { mode: "ONE_HOST", durationMinutes: 30, horizon: { type: "ROLLING", days: 7 } },
  hosts: [
    {
      id: "h",
      schedule: {
        timeZone: "UTC",
        weekly: [{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }],
      },
      busy: [{ start: at("02T10:00"), end: at("02T11:00") }],
    },
  ],
  window: { start: now, end: now + 1 },
  now,
};

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test.each([
  ["02T09:00", null],
  ["02T09:30", null],
  ["02T10:00", "SLOT_TAKEN"],
  ["02T10:30", "SLOT_TAKEN"],
  ["02T09:15", "SLOT_NOT_OFFERED"],
  ["02T10:15", "SLOT_NOT_OFFERED"],
  ["02T12:00", "SLOT_OUTSIDE_HOURS"],
  ["06T09:00", "SLOT_OUTSIDE_HOURS"],
  ["08T09:00", null],
  ["09T09:00", "SLOT_BEYOND_HORIZON"],
])("a start at %s is %s", (time, code) => {
  expect(codeOf(() => slotToBook(request, at(time)))).toBe(code);
});

test("the clock alone refuses the past, too little notice and far centuries", () => {
  const rules = {
    noticeMinutes: 60,
    maximumNoticeMinutes: null,
    horizonKind: "ROLLING" as const,
    horizonDays: 7,
    horizonFrom: null,
    horizonTo: null,
  };
  const check = (start: number, noticeFrom = now, changes = {}) =>
    codeOf(() => checkTime(start, { meetingType: { ...rules, ...changes }, now, noticeFrom }));
  expect(check(now)).toBe("SLOT_IN_PAST");
  expect(check(now + 59 * 60_000)).toBe("SLOT_NOTICE_TOO_SHORT");
  expect(check(now + 60 * 60_000)).toBeNull();
  expect(check(now + 57 * 60_000, now - 3 * 60_000)).toBeNull();
  expect(check(Date.parse("9000-01-01T00:00:00Z"))).toBe("SLOT_BEYOND_HORIZON");
  const tooLong = (minutes: number) =>
    check(now + minutes * 60_000, now, { maximumNoticeMinutes: 90 });
  expect([tooLong(90), tooLong(91)]).toEqual([null, "SLOT_NOTICE_TOO_LONG"]);
});

test("what a limit refuses is told apart from what is taken", () => {
  const [host] = request.hosts;
  const booked = { ...host!.busy[0]!, countsFor: "MEETING_TYPE" as const };
  const full = {
    ...request,
    rules: { ...request.rules, limits: { perDay: { bookings: 1 } } },
    hosts: [{ ...host!, busy: [booked] }],
  };
  expect(codeOf(() => slotToBook(full, at("02T09:00")))).toBe("SLOT_LIMIT_REACHED");
  expect(codeOf(() => slotToBook(full, at("02T10:00")))).toBe("SLOT_TAKEN");
  expect(codeOf(() => slotToBook(full, at("03T09:00")))).toBeNull();
});
