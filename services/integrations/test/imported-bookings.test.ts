import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

function someBooking(name: string) {
  return bookingAnswer({
    attendees: [attendeeAnswer({ email: `${name}@example.com` })],
    hosts: [hostAnswer({ email: `host-of-${name}@example.org` })],
  });
}

const subjectTo = async (address: string) =>
  (await eventually(() => running.mailsTo(address)[0])).mail.subject;

test("of a booking that was made elsewhere nobody is told, unless they are to be; of what becomes of it, they are", async () => {
  const [silent, told] = [someBooking("silent"), someBooking("told")];
  for (const booking of [silent, told]) running.knows(booking);
  await running.tellImported(silent, { tellsAttendees: false });
  await running.tellImported(told, { tellsAttendees: true });
  expect(await subjectTo("told@example.com")).toContain("Booked");
  const cancelled = { ...silent, state: "CANCELLED" as const, sequence: 1 };
  running.knows({ ...cancelled, cancellation: { by: "HOST" } });
  await running.tellCancelled(cancelled, "HOST");
  expect(await subjectTo("silent@example.com")).toContain("Cancelled");
  const kinds = (await running.deliveries({ aboutId: silent.id })).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["BOOKING_CANCELLED"]));
});
