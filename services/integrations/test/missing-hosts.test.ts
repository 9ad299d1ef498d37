import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { bookingAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

test("a host who has left the organization hears nothing more of a booking; the attendee does", async () => {
  const booking = bookingAnswer();
  running.knows({ ...booking, missingHosts: [{ id: booking.hosts[0]!.id }] });
  await running.tellMade(booking);
  const to = (address: string | null | undefined) => running.mailsTo(address ?? "");
  await eventually(() => to(booking.attendees[0]?.email)[0]);
  await eventually(async () => {
    const ends = (await running.deliveries({ aboutId: booking.id })).map(({ state }) => state);
    return ends.toSorted().join() === "SENT,SKIPPED";
  });
  expect(to(booking.hosts[0]?.email)).toEqual([]);
});
