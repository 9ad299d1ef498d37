import { expect, test } from "vitest";
import { writeCalendar } from "./calendar.ts";

test("every line of an invitation ends with CRLF and has 75 octets at most", () => {
  const calendar = writeCalendar(
    {
      method: "REQUEST",
      uid: "01a20497-3079-7055-80f8-e7d51753c7f9",
      sequence: 2,
      start: Date.UTC(2027, 1, 1, 9),
      end: Date.UTC(2027, 1, 1, 10),
      summary: `Samtal om ${"åäö ".repeat(40)}`,
      location: "Storgatan 1; porten, till höger\nRing på",
      isTentative: false,
      organizerName: "Örjan",
      attendee: { name: 'Anna "Attendee"', address: "anna@example.com" },
      further: [],
    },
    { organizerAddress: "no-reply@tidbok.localhost", now: Date.UTC(2027, 0, 1) },
  );
  expect(calendar.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of calendar.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  expect(calendar).toContain("SEQUENCE:2");
});
