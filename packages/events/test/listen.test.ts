import { jetstreamManager } from "@nats-io/jetstream";
import { newId } from "@tidbok/domain";
import { eventually, tellEvent } from "@tidbok/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { InvitationSent } from "../src/catalogue/identity.ts";
import { BookingMade } from "../src/catalogue/scheduling.ts";
import { listen } from "../src/hear/listen.ts";
import { apiPrefix } from "../src/nats/nats-permissions.ts";
import { keptLog, quiet } from "./support/nats-users.ts";
import { leaveRow } from "./support/service-database.ts";
import { made, twoServices } from "./support/two-services.ts";

let services: Awaited<ReturnType<typeof twoServices>>;

beforeAll(async () => {
  services = await twoServices();
});
afterAll(() => services.drop());
afterEach(async () => {
  await services.stopListening();
  await services.forget();
});

const cancelled = (aggregateId: string) => ({
  type: "scheduling.booking.cancelled",
  aggregateId,
  data: { bookingId: aggregateId, organizationId: newId(), sequence: 1, by: "HOST" },
});

test("each event has its effect once, and each aggregate's in order", async () => {
  await services.startListening();
  const bookings = Array.from({ length: 20 }, newId);
  for (let round = 0; round < 5; round++) await services.teller.tell(bookings.map(made));
  await eventually(async () => (await services.listener.effects()).length >= 100, {
    withinMs: 15_000,
  });
  const effects = await services.listener.effects();
  expect(effects).toHaveLength(100);
  for (const id of bookings) {
    const versions = effects.filter((e) => e.aggregate_id === id).map((e) => e.version);
    expect(versions).toEqual([1, 2, 3, 4, 5]);
  }
});

test("an event nobody reacts to counts as seen, so that later versions are not early", async () => {
  await services.startListening();
  const booking = newId();
  const ids = await services.teller.tell([made(booking), cancelled(booking), made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 2);
  expect((await services.listener.effects()).map((effect) => effect.event_id)).toEqual([
    ids[0],
    ids[2],
  ]);
});

test("an aggregate whose first versions are not in the stream is heard of without delay", async () => {
  await services.startListening();
  const booking = newId();
  await services.teller.pool.query(
    `INSERT INTO outbox (id, type, schema_version, aggregate_id, aggregate_version, occurred_at, published_at, data)
     VALUES ($1, $2, 1, $3, 7, now(), now(), '{}')`,
    [newId(), BookingMade.type, booking],
  );
  const start = performance.now();
  await services.teller.tell([made(booking)]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  expect(performance.now() - start).toBeLessThan(1_500);
  expect((await services.listener.effects())[0]!.version).toBe(8);
});

test("an event that came before has no second effect, whatever the stream sends again", async () => {
  await services.startListening();
  const [id] = await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 1);
  const { rows } = await services.teller.pool.query("SELECT * FROM outbox WHERE id = $1", [id]);
  const nats = await services.users.as("scheduling");
  const { id: _, ...row } = rows[0];
  // Without a message id the stream takes it for new.
  (await nats.connection()).publish(
    BookingMade.type,
    JSON.stringify({
      id,
      type: row.type,
      schemaVersion: 1,
      organizationId: null,
      aggregateId: row.aggregate_id,
      aggregateVersion: 1,
      occurredAt: row.occurred_at.toISOString(),
      traceparent: null,
      data: row.data,
    }),
  );
  await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await services.listener.effects()).toHaveLength(2);
});

test("two services that name the same aggregate number its events each for itself", async () => {
  await services.startListening();
  const shared = newId();
  await services.teller.tell([made(shared), made(shared)]);
  await eventually(async () => (await services.listener.effects()).length === 2);
  const identity = await services.users.as("identity");
  await tellEvent(await identity.connection(), {
    definition: InvitationSent,
    data: { invitationId: shared, organizationId: newId() },
    aggregateId: shared,
  });
  await eventually(async () => (await services.listener.effects()).length === 3);
});

test("of two listeners one works and the other takes over", async () => {
  const [first, second] = [keptLog(), keptLog()];
  const one = await services.startListening(leaveRow, first);
  await eventually(() => first.messages.includes("leading"));
  await services.startListening(leaveRow, second);
  await one.stop();
  await eventually(() => second.messages.includes("leading"));
  await services.teller.tell([made(newId())]);
  await eventually(async () => (await services.listener.effects()).length === 1);
});

test("a listener finishes what it began before it stops", async () => {
  let began = false;
  await services.startListening(async (context, event) => {
    began = true;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await leaveRow(context, event);
  });
  await services.teller.tell([made(newId())]);
  await eventually(() => began);
  await services.stopListening();
  expect(await services.listener.effects()).toHaveLength(1);
  const admin = await services.users.as("admin");
  const manager = await jetstreamManager(await admin.connection(), { checkAPI: false, apiPrefix });
  expect((await manager.consumers.info("SCHEDULING", "integrations")).num_ack_pending).toBe(0);
});

test("a reaction to a service that is not heard is refused at the start", async () => {
  const nats = await services.users.as("billing");
  const options = {
    nats,
    service: "billing" as const,
    connectionString: services.listener.url,
    reactions: [{ definition: BookingMade, handle: leaveRow }],
    inTransaction: services.listener.inTransaction,
    isOutage: async () => false,
    log: quiet,
  };
  expect(() => listen(options)).toThrow("billing does not hear scheduling");
});
