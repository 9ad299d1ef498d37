import { eventually } from "@tidbok/testing";
import { afterAll, afterEach, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const leaseSeconds = 30;
const running = await startIntegrations({ leaseSeconds });
afterAll(() => running.stop());
afterEach(() => {
  running.graph.refusal = "";
});

let number = 0;
// A booking without hosts makes one mail, which is enough to see what becomes of it.
function bookingOfOneMail() {
  number += 1;
  const attendee = attendeeAnswer({ email: `bo${number}@example.com` });
  const booking = bookingAnswer({ hosts: [], attendees: [attendee] });
  running.knows(booking);
  return { booking, address: attendee.email ?? "" };
}

async function deliveryOf(booking: { id: string }, wanted: object) {
  await eventually(async () => {
    expect(await running.deliveries({ aboutId: booking.id })).toEqual([
      expect.objectContaining(wanted),
    ]);
    return true;
  });
}

test("a server that says not now twice gets the mail a third time, and the mail arrives once", async () => {
  const { booking, address } = bookingOfOneMail();
  running.mailServer.refuse({ times: 2, code: 451, at: "DATA" });
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "PENDING", attempts: 1, last_error_code: "SMTP_451" });
  running.pass(1_000);
  await deliveryOf(booking, { state: "PENDING", attempts: 2, last_error_code: "SMTP_451" });
  expect(running.mailsTo(address)).toHaveLength(0);
  running.pass(5_000);
  await deliveryOf(booking, { state: "SENT", attempts: 3, last_error_code: null });
  running.pass(3_600_000);
  await running.restart();
  expect(running.mailsTo(address)).toHaveLength(1);
});

test("before its pause is over a mail is not offered again", async () => {
  const { booking } = bookingOfOneMail();
  running.mailServer.refuse({ times: 2, code: 451, at: "RCPT" });
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "PENDING", attempts: 1 });
  running.pass(1_000);
  await deliveryOf(booking, { state: "PENDING", attempts: 2 });
  const offers = running.mailServer.offers();
  running.pass(2_000);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(running.mailServer.offers()).toBe(offers);
  running.pass(3_000);
  await deliveryOf(booking, { state: "SENT", attempts: 3 });
});

test("a recipient who does not exist fails at once, and nobody's address is in the reason", async () => {
  const { booking, address } = bookingOfOneMail();
  running.mailServer.refuse({ times: 1, code: 550, at: "RCPT" });
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "FAILED", attempts: 1, last_error_code: "SMTP_550" });
  expect(running.mailsTo(address)).toHaveLength(0);
  const { rows } = await running.rows.query(
    "SELECT type, data FROM outbox WHERE type = 'integrations.delivery.failed'",
  );
  expect(rows).toEqual([
    {
      type: "integrations.delivery.failed",
      data: {
        deliveryId: expect.any(String),
        organizationId: running.organizationOf(booking),
        bookingId: booking.id,
        attempts: 1,
      },
    },
  ]);
});

test("a mail server that is away is tried until it is back", async () => {
  const { booking, address } = bookingOfOneMail();
  await running.mailServer.stop();
  await running.tellMade(booking);
  await deliveryOf(booking, { attempts: 1, last_error_code: "MAIL_SERVER_UNREACHABLE" });
  await running.mailServer.start();
  running.pass(1_000);
  await deliveryOf(booking, { state: "SENT", attempts: 2 });
  expect(running.mailsTo(address)).toHaveLength(1);
});

test("after eight refusals the delivery has failed", async () => {
  const { booking } = bookingOfOneMail();
  running.mailServer.refuse({ times: 8, code: 450, at: "RCPT" });
  await running.tellMade(booking);
  for (let attempts = 1; attempts < 8; attempts++) {
    await deliveryOf(booking, { state: "PENDING", attempts });
    running.pass(7_200_000);
  }
  await deliveryOf(booking, { state: "FAILED", attempts: 8, last_error_code: "SMTP_450" });
});

test.each(["SERVICE_UNAVAILABLE", "TOO_BUSY"])(
  "while the graph answers %s the mail waits, and no attempt is used up",
  async (code) => {
    const { booking, address } = bookingOfOneMail();
    running.graph.refusal = code;
    await running.tellMade(booking);
    await deliveryOf(booking, {
      state: "PENDING",
      attempts: 0,
      last_error_code: code,
    });
    for (let round = 0; round < 10; round++) {
      running.pass(5_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    running.graph.refusal = "";
    running.pass(5_000);
    await deliveryOf(booking, { state: "SENT", attempts: 1 });
    expect(running.mailsTo(address)).toHaveLength(1);
  },
);

test("a mail that can never be written has failed after eight attempts, and is told as failed", async () => {
  const { booking } = bookingOfOneMail();
  running.graph.facts.set(booking.id, {
    errors: [{ code: "INTERNAL", message: "Something went wrong on our side." }],
  });
  await running.tellMade(booking);
  for (let attempts = 1; attempts < 8; attempts++) {
    await deliveryOf(booking, { state: "PENDING", attempts });
    running.pass(7_200_000);
  }
  await deliveryOf(booking, { state: "FAILED", attempts: 8, last_error_code: "INTERNAL" });
  const { rows } = await running.rows.query(
    "SELECT 1 FROM outbox WHERE type = 'integrations.delivery.failed' AND data->>'bookingId' = $1",
    [booking.id],
  );
  expect(rows).toHaveLength(1);
});

test("an answer that cannot be read is no mail, and no end", async () => {
  const { booking } = bookingOfOneMail();
  running.graph.facts.set(booking.id, { data: { booking: { id: booking.id } } });
  await running.tellMade(booking);
  await deliveryOf(booking, {
    state: "PENDING",
    attempts: 1,
    last_error_code: "GRAPH_ANSWER_UNREADABLE",
  });
  running.knows(booking);
  running.pass(5_000);
  await deliveryOf(booking, { state: "SENT" });
});

test("whoever is gone gets no mail", async () => {
  const { booking } = bookingOfOneMail();
  const erased = booking.attendees.map((each) => ({ ...each, name: null, email: null }));
  running.knows({ ...booking, attendees: erased });
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SKIPPED", attempts: 0, last_error_code: "RECIPIENT_GONE" });
});

test("a booking that the graph does not know any more is told to nobody", async () => {
  const { booking } = bookingOfOneMail();
  running.graph.facts.delete(booking.id);
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SKIPPED", last_error_code: "NO_LONGER_THERE" });
});

test("what a worker left behind before the mail went out is taken up when its lease is over", async () => {
  const { booking, address } = bookingOfOneMail();
  running.graph.refusal = "SERVICE_UNAVAILABLE";
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "PENDING" });
  // As a killed process leaves it: leased, not handed over.
  await running.rows.query(
    `UPDATE delivery SET state = 'SENDING', lease_id = gen_random_uuid(), due_at = now() + interval '1 day'
     WHERE about_id = $1`,
    [booking.id],
  );
  running.graph.refusal = "";
  running.pass(86_400_000);
  await deliveryOf(booking, { state: "SENT", attempts: 1, last_error_code: null });
  expect(running.mailsTo(address)).toHaveLength(1);
});

test("of two workers only the one with the lease ends a delivery", async () => {
  const { booking, address } = bookingOfOneMail();
  const { release } = running.mailServer.hold();
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SENDING", attempts: 1 });
  // The lease is taken over by somebody else while the first worker waits for the server.
  await running.rows.query(
    `UPDATE delivery SET lease_id = gen_random_uuid(), due_at = now() + interval '10 days' WHERE about_id = $1`,
    [booking.id],
  );
  release();
  await eventually(() => running.mailsTo(address).length === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await deliveryOf(booking, { state: "SENDING" });
});

test("an order to stop waits for the mail that is going out, so that none goes twice", async () => {
  const { booking, address } = bookingOfOneMail();
  const { release } = running.mailServer.hold();
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SENDING", attempts: 1 });
  const restarted = running.restart();
  setTimeout(release, 200);
  await restarted;
  await deliveryOf(booking, { state: "SENT", attempts: 1 });
  expect(running.mailsTo(address)).toHaveLength(1);
});

test("a mail that was given to the server when the process died goes again under the same Message-ID", async () => {
  const { booking, address } = bookingOfOneMail();
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SENT" });
  const [first] = running.mailsTo(address);
  // As it was the moment before the outcome was kept. The settled row does not change, so it is made anew.
  await running.rows.query(
    `WITH gone AS (DELETE FROM delivery WHERE about_id = $1 RETURNING *)
     INSERT INTO delivery SELECT id, event_id, kind, recipient_kind, recipient_id, about_id, organization_id, sequence,
       'SENDING', attempts, now(), gen_random_uuid(), now(), NULL, created_at, NULL FROM gone`,
    [booking.id],
  );
  await deliveryOf(booking, { state: "SENT", attempts: 2 });
  const ids = running.mailsTo(address).map(({ mail }) => mail.messageId);
  expect(ids).toEqual([first?.mail.messageId, first?.mail.messageId]);
});

test("the database itself refuses to open a delivery that has ended", async () => {
  const { booking } = bookingOfOneMail();
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "SENT" });
  await expect(
    running.rows.query(
      "UPDATE delivery SET state = 'PENDING', sent_at = NULL WHERE about_id = $1",
      [booking.id],
    ),
  ).rejects.toMatchObject({ constraint: "delivery_settled" });
});

test("with NATS down mails that are planned still wait, and follow when it is back", async () => {
  const { booking, address } = bookingOfOneMail();
  running.graph.refusal = "SERVICE_UNAVAILABLE";
  await running.tellMade(booking);
  await deliveryOf(booking, { state: "PENDING" });
  await running.nats.kill();
  running.graph.refusal = "";
  running.pass(5_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(running.mailsTo(address)).toHaveLength(0);
  await running.nats.start();
  await eventually(
    () => {
      running.pass(5_000);
      return running.mailsTo(address).length === 1;
    },
    { withinMs: 15_000, everyMs: 500 },
  );
}, 30_000);
