import { newId } from "@tidbok/domain";
import { EmailVerificationRequested } from "@tidbok/events";
import { eventually, tellEvent } from "@tidbok/testing";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

// A mail that hangs is given up after three quarters of this.
const running = await startIntegrations({ leaseSeconds: 8 });
afterAll(() => running.stop());

function bookingTo(emails: readonly string[]) {
  const attendees = emails.map((email) => attendeeAnswer({ email }));
  const booking = bookingAnswer({ hosts: [], attendees });
  running.knows(booking);
  return booking;
}

async function requestSignUp(email: string) {
  const [verificationId, accountId] = [newId(), newId()];
  running.graph.facts.set(verificationId, {
    data: {
      emailVerification: {
        kind: "SIGN_UP",
        email,
        link: "https://book.tidbok.example/verify#code",
        locale: "en",
        name: "Carl",
      },
    },
  });
  await tellEvent(await running.identity.connection(), {
    definition: EmailVerificationRequested,
    aggregateId: accountId,
    data: { accountId, verificationId },
  });
}

const statesOf = async (booking: { id: string }) =>
  (await running.deliveries({ aboutId: booking.id })).map(({ state }) => state);

test("a server that falls silent after DATA of many mails of one organization delays no mail of others", async () => {
  const addresses = Array.from({ length: 40 }, (_, i) => `silent${i}@example.com`);
  for (const address of addresses) running.mailServer.fallSilentAfter(address);
  const hanging = bookingTo(addresses);
  await running.tellMade(hanging);
  await eventually(async () => (await statesOf(hanging)).includes("SENDING"));

  const other = bookingTo(["swift@example.net"]);
  await running.tellMade(other);
  await requestSignUp("new@example.org");
  await eventually(() => running.mailsTo("swift@example.net").length === 1);
  await eventually(() => running.mailsTo("new@example.org").length === 1);
  expect(await statesOf(hanging)).not.toContain("SENT");
});

test("a hanging mail is given up at its own time limit and tried again", async () => {
  running.mailServer.fallSilentAfter("once@example.com");
  const booking = bookingTo(["once@example.com"]);
  await running.tellMade(booking);
  await eventually(
    async () => {
      const [delivery] = await running.deliveries({ aboutId: booking.id });
      expect(delivery).toMatchObject({ attempts: 1, last_error_code: "MAIL_SERVER_TIMEOUT" });
      return true;
    },
    { withinMs: 15_000 },
  );
}, 20_000);
