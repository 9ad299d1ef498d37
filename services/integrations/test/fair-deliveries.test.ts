import { newId } from "@tidbok/domain";
import { testDatabase } from "@tidbok/testing";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { DeliveryKind } from "../src/deliveries/domain/delivery.ts";
import { slotsOf } from "../src/deliveries/domain/slots-of.ts";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { createStore } from "../src/store/index.ts";

const database = await testDatabase("integrations");
const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
const store = createStore(prisma);
afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await prisma.delivery.deleteMany();
});

const now = Date.parse("2027-02-01T09:00:00Z");

/** Plans as many mails, the first of them a minute ago. */
async function plan(organizationId: string | null, count: number, since = now - 60_000) {
  const kind: DeliveryKind = organizationId === null ? "EMAIL_VERIFICATION" : "BOOKING_MADE";
  await store.deliveries.insertMany(
    Array.from({ length: count }, (_, i) => ({
      id: newId(),
      eventId: newId(),
      kind,
      recipient: { kind: "ATTENDEE" as const, id: newId() },
      aboutId: newId(),
      organizationId,
      sequence: null,
      traceparent: null,
      createdAt: since + i,
    })),
  );
}

const claim = (free: number, slots = slotsOf(free)) =>
  store.deliveries.claim({ ...slots, leaseId: newId(), now, until: now + 30_000 });

async function claimedOf(claimed: ReturnType<typeof claim>) {
  const counts = new Map<string | null, number>();
  for (const { organizationId } of await claimed) {
    counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  }
  return counts;
}

test("organizations take turns, however long the queue of one is", async () => {
  const [long, short, third] = [newId(), newId(), newId()];
  await plan(long, 500, now - 3_600_000);
  await plan(short, 2);
  await plan(third, 40);
  const counts = await claimedOf(claim(20));
  expect(counts).toEqual(
    new Map([
      [long, 5],
      [short, 2],
      [third, 5],
    ]),
  );
});

test("mails about accounts come before mails of organizations, and slots are left to them", async () => {
  await plan(newId(), 100, now - 3_600_000);
  await plan(newId(), 100, now - 3_600_000);
  await plan(null, 3);
  const counts = await claimedOf(claim(32));
  expect(counts.get(null)).toBe(3);
  expect([...counts.values()].reduce((sum, count) => sum + count)).toBe(27);
  await plan(null, 3);
  expect(await claimedOf(claim(5))).toEqual(new Map([[null, 3]]));
});

test("an organization whose mails are under way comes after the others, and never has all slots", async () => {
  const [busy, idle] = [newId(), newId()];
  await plan(busy, 100);
  expect((await claimedOf(claim(32))).get(busy)).toBe(12);
  await plan(idle, 100);
  expect(await claimedOf(claim(32))).toEqual(new Map([[idle, 12]]));
  expect(await claimedOf(claim(32))).toEqual(new Map());
});

test("two workers that claim at once never get the same mail", async () => {
  for (let i = 0; i < 4; i++) await plan(newId(), 10);
  const claims = await Promise.all([claim(16), claim(16), claim(16)]);
  const ids = claims.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
