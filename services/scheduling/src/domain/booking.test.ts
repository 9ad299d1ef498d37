import { expect, test } from "vitest";
import { cancel, makeBooking, move, requireActive } from "./booking.ts";

const booking = makeBooking({
  id: "b",
  meetingType: { id: "t", organizationId: "o", location: { kind: "IN_PERSON", text: "Here" } },
  slot: { start: 100, end: 200, hostIds: ["h"] },
  attendeeIds: ["a"],
  now: 1,
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
  const moved = move(booking, { start: 300, end: 400 });
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
