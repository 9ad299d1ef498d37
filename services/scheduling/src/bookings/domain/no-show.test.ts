import { expect, test } from "vitest";
import { cancel, makeBooking, requireActive, shownState } from "./booking.ts";
import { recordNoShow, undoNoShow } from "./no-show.ts";

const booking = makeBooking({
  id: "b",
  meetingType: {
    id: "t",
    organizationId: "o",
    location: { kind: "ONLINE", text: null },
    needsConfirmation: false,
    confirmWithinMinutes: 5,
    changeNoticeMinutes: 0,
  },
  slot: { start: 100, end: 200, hostIds: ["h"] },
  attendeeIds: ["a"],
  now: 1,
});
const code = (name: string) => expect.objectContaining({ code: name });

test("a booking is completed from the instant of its end, without anybody doing anything", () => {
  expect(shownState(booking, 199)).toBe("CONFIRMED");
  expect(shownState(booking, 200)).toBe("COMPLETED");
  expect(shownState(cancel(booking, { by: "HOST", now: 7 }), 200)).toBe("CANCELLED");
});

test("that nobody came can be noted from the start on, and taken back", () => {
  expect(() => recordNoShow(booking, 99)).toThrow(code("BOOKING_NOT_BEGUN"));
  const missed = recordNoShow(booking, 100);
  expect(shownState(missed, 100)).toBe("NO_SHOW");
  expect(shownState(missed, 200)).toBe("NO_SHOW");
  expect(shownState(undoNoShow(missed), 200)).toBe("COMPLETED");
});

test("nobody stays away from what does not take place, and who stayed away changes nothing any more", () => {
  const cancelled = cancel(booking, { by: "HOST", now: 7 });
  expect(() => recordNoShow(cancelled, 150)).toThrow(code("BOOKING_NOT_ACTIVE"));
  expect(() => requireActive(recordNoShow(booking, 150), 160)).toThrow(code("BOOKING_NOT_ACTIVE"));
});
