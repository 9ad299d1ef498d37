import { eventually } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations({ leaseSeconds: 1 });
afterAll(() => running.stop());

test("a server that thinks longer than the lease allows is asked again, under the same Message-ID", async () => {
  const booking = bookingAnswer({ hosts: [], attendees: [attendeeAnswer()] });
  running.knows(booking);
  const { release } = running.mailServer.hold();
  await running.tellMade(booking);
  await eventually(async () => {
    const [delivery] = await running.deliveries();
    return delivery?.state === "PENDING" && delivery.last_error_code === "MAIL_SERVER_TIMEOUT";
  });
  release();
  running.pass(1_000);
  await eventually(async () => (await running.deliveries())[0]?.state === "SENT");
  const ids = new Set(running.mailServer.arrived.map(({ mail }) => mail.messageId));
  expect(ids.size).toBe(1);
});
