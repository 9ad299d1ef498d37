import { expect, test } from "vitest";
import {
  cancel,
  confirm,
  decline,
  makeBooking,
  move,
  requireActive,
  requirePending,
} from "./booking.ts";

const minute = 60_000;
const meetingType = {
  id: "t",
  organizationId: "o",
  location: { kind: "IN_PERSON", text: "Here" },
  needsConfirmation: false,
  confirmWithinMinutes: 5,
  changeNoticeMinutes: 60,
} as const;
const asking = { ...meetingType, needsConfirmation: true };
const made = {
  id: "b",
  meetingType,
  slot: { start: 100, end: 200, hostIds: ["h"] },
  attendeeIds: ["a"],
  guestIds: [],
  now: 1,
};
const booking = makeBooking(made);
const later = { start: 9 * minute, end: 10 * minute };
const pending = makeBooking({
  ...made,
  meetingType: asking,
  slot: { ...later, hostIds: ["h"] },
});
const notActive = expect.objectContaining({ code: "BOOKING_NOT_ACTIVE" });

test("a booking begins confirmed, with sequence 0, at the place of its meeting type", () => {
  expect(booking).toMatchObject({
    state: "CONFIRMED",
    sequence: 0,
    location: { text: "Here" },
    start: 100,
    end: 200,
    hostIds: ["h"],
  });
});

test("every change raises the sequence, since calendars ignore what is not newer", () => {
  const slot = { start: 300, end: 400 };
  const moved = move(booking, { slot, by: "ATTENDEE", meetingType, now: 2 });
  expect(moved).toEqual({ ...booking, start: 300, end: 400, sequence: 1 });
  expect(cancel(moved, { by: "HOST", now: 7 })).toEqual({
    ...moved,
    state: "CANCELLED",
    sequence: 2,
    cancelledAt: 7,
    cancelledBy: "HOST",
  });
});

test("a booking is active until the very instant of its end, or its cancellation", () => {
  expect(() => requireActive(booking, 199)).not.toThrow();
  expect(() => requireActive(booking, 200)).toThrow(notActive);
  expect(() => requireActive(cancel(booking, { by: "ADMIN", now: 7 }), 8)).toThrow(notActive);
});

test("a booking that needs a yes waits for it so long, and never beyond its start", () => {
  expect(pending).toMatchObject({ state: "PENDING", answerBy: 1 + 5 * minute });
  const soon = makeBooking({ ...made, meetingType: asking });
  expect(soon.answerBy).toBe(100);
  expect(confirm(pending)).toMatchObject({ state: "CONFIRMED", sequence: 1, answerBy: null });
  expect(decline(pending, { by: "SYSTEM", now: 7 })).toMatchObject({
    state: "DECLINED",
    sequence: 1,
    answerBy: null,
    cancelledAt: 7,
    cancelledBy: "SYSTEM",
  });
});

test("at the very instant of its end the time to answer is over", () => {
  const notPending = expect.objectContaining({ code: "BOOKING_NOT_PENDING" });
  expect(() => requirePending(pending, 5 * minute)).not.toThrow();
  expect(() => requirePending(pending, 5 * minute + 1)).toThrow(notPending);
  expect(() => requirePending(booking, 2)).toThrow(notPending);
});

test("whoever was confirmed at one time is asked about again at another, unless the host moves", () => {
  const confirmed = confirm(pending);
  const to = { slot: { start: 90 * minute, end: 91 * minute }, meetingType: asking, now: minute };
  expect(move(confirmed, { ...to, by: "ATTENDEE" })).toMatchObject({
    state: "PENDING",
    answerBy: 6 * minute,
  });
  expect(move(confirmed, { ...to, by: "HOST" })).toMatchObject({
    state: "CONFIRMED",
    answerBy: null,
  });
  expect(move(pending, { ...to, by: "HOST" }).state).toBe("PENDING");
});
