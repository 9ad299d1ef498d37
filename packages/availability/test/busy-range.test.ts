import { describe, expect, test } from "vitest";
import { busyRange, findSlots, type Limits } from "../src/index.ts";
import { busy, open, requestOf } from "./support/request-of.ts";

const minute = 60_000;
const day = 1_440 * minute;
const range = (limits: Limits | undefined, hostLimits?: Limits) =>
  busyRange({
    ...requestOf({ rules: { ...(limits && { limits }) } }),
    hosts: [{ limits: hostLimits }],
  });
const { window } = requestOf();

describe("busyRange", () => {
  test("holds the window, the meeting and the longest buffers of both sides", () => {
    const rules = {
      durationMinutes: 60,
      durationsMinutes: [60, 90],
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 20,
    };
    expect(busyRange(requestOf({ rules }))).toEqual({
      start: window.start - (10 + 1_440) * minute,
      end: window.end + (90 + 20 + 1_440) * minute,
    });
  });

  test("reaches over the days, weeks and months that limits count", () => {
    const plain = range(undefined).start;
    expect(plain - range({ perDay: { bookings: 1 } }).start).toBe(2 * day);
    expect(plain - range({ perWeek: { bookings: 1 } }).start).toBe(8 * day);
    expect(plain - range({ perDay: { bookings: 1 }, perMonth: { bookings: 2 } }).start).toBe(
      32 * day,
    );
    expect(plain - range({ perDay: { bookings: 1 } }, { perWeek: { minutes: 9 } }).start).toBe(
      8 * day,
    );
  });

  test("holds a booking at the far end of the month, wherever the host lives", () => {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Stockholm"]) {
      const request = requestOf({
        rules: { limits: { perMonth: { bookings: 1 } } },
        host: {
          schedule: open("00:00", "24:00", zone),
          busy: [busy("03-30 20:00", "03-30 21:00", { countsFor: "MEETING_TYPE" })],
        },
        from: "03-03 00:00",
        to: "03-04 00:00",
      });
      expect(findSlots(request)).toEqual([]);
      expect(busyRange(request).end).toBeGreaterThan(request.hosts[0]?.busy[0]?.end ?? Infinity);
    }
  });
});
