import { newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { createStore } from "../src/store/index.ts";
import { attendeeAnswer, bookingAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());
beforeEach(() => running.rows.query("DELETE FROM mail_count"));

async function counts(): Promise<number[]> {
  const { rows } = await running.rows.query<{ count: number }>("SELECT count FROM mail_count");
  return rows.map(({ count }) => count);
}

function bookingOfOneMail() {
  const attendees = [attendeeAnswer({ email: `${newId()}@example.com` })];
  return bookingAnswer({ attendees, hosts: [] });
}

async function hasState(booking: { id: string }, state: object) {
  await eventually(async () => {
    const all = await running.deliveries({ aboutId: booking.id });
    expect(all.find((each) => each.recipient_kind === "ATTENDEE")).toMatchObject(state);
    return true;
  });
}

// The booking and its reader, the organization, the recipient of the organization and the recipient of all.
const once = [1, 1, 1, 1];

test("a mail that could not be written at first is counted when it goes", async () => {
  const booking = bookingOfOneMail();
  running.graph.facts.set(booking.id, {
    errors: [{ code: "INTERNAL", message: "Something went wrong on our side." }],
  });
  await running.tellMade(booking);
  await hasState(booking, { state: "PENDING", attempts: 1 });
  expect(await counts()).toEqual([]);
  running.knows(booking);
  running.pass(7_200_000);
  await hasState(booking, { state: "SENT" });
  expect(await counts()).toEqual(once);
});

test("a mail that the mail server refused for now is counted once, however often it goes", async () => {
  const booking = bookingOfOneMail();
  running.knows(booking);
  running.mailServer.refuse({ times: 2, code: 451, at: "DATA" });
  await running.tellMade(booking);
  await hasState(booking, { state: "PENDING", attempts: 1, last_error_code: "SMTP_451" });
  running.pass(7_200_000);
  await hasState(booking, { state: "PENDING", attempts: 2, last_error_code: "SMTP_451" });
  expect(await counts()).toEqual(once);
});

test("a mail whose lease is over is neither handed over nor counted", async () => {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: running.database.url }),
  });
  const now = Date.now();
  const handed = await createStore(prisma).deliveries.handOver({
    id: newId(),
    leaseId: newId(),
    now,
    until: now + 30_000,
    limits: [{ key: "ab".repeat(32), most: 10 }],
    countedUntil: now + 60_000,
  });
  expect(handed).toBeNull();
  expect(await counts()).toEqual([]);
  await prisma.$disconnect();
});
