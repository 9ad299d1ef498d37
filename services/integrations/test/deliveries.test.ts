import { anonymous, newId, type Caller, type Role } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personalData } from "../src/personal-data.ts";
import { createStore } from "../src/store/index.ts";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../src/generated/prisma/client.ts";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

const host = hostAnswer({ email: "hanna@example.org" });
const attendee = attendeeAnswer({ email: "anna@example.com" });
const booking = bookingAnswer({ hosts: [host], attendees: [attendee] });
const organizationId = running.organizationOf(booking);

beforeAll(async () => {
  running.knows(booking);
  await running.tellMade(booking);
  await eventually(() => running.mailServer.arrived.length === 2);
  const cancelled = { ...booking, state: "CANCELLED", sequence: 1, cancellation: { by: "HOST" } };
  running.knows(cancelled);
  await running.tellCancelled(cancelled, "HOST");
  await eventually(() => running.mailServer.arrived.length === 4);
  await eventually(async () =>
    (await running.deliveries({ aboutId: booking.id })).every(({ state }) => state === "SENT"),
  );
});

function account(role: Role | null, accountId = newId()): Caller {
  return {
    kind: "account",
    accountId,
    sessionId: newId(),
    isFresh: true,
    memberships: role === null ? [] : [{ organizationId, role }],
    purpose: "provide.schedule",
  };
}

const fields =
  "nodes { id kind recipientKind state attempts lastErrorCode createdAt sentAt bookingId }";

async function ofOrganization(caller: Caller, args = "") {
  const { data, errors } = await running.ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
      deliveries${args} { ${fields} edges { cursor } pageInfo { hasNextPage endCursor } } } } }`,
    variables: { of: [{ __typename: "Organization", id: organizationId }] },
  });
  return { deliveries: data?._entities[0]?.deliveries, errors };
}

async function ofBooking(caller: Caller, id = booking.id) {
  const { data } = await running.ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Booking { deliveries { ${fields} } } } }`,
    variables: { of: [{ __typename: "Booking", id }] },
  });
  return data._entities[0].deliveries;
}

test("an admin sees how each mail went, newest first, and of nobody where it went", async () => {
  const { deliveries } = await ofOrganization(account("ADMIN"));
  expect(deliveries.nodes).toHaveLength(4);
  expect(deliveries.nodes[0]).toEqual({
    id: expect.any(String),
    kind: "BOOKING_CANCELLED",
    recipientKind: "HOST",
    state: "SENT",
    attempts: 1,
    lastErrorCode: null,
    createdAt: expect.stringMatching(/Z$/),
    sentAt: expect.stringMatching(/Z$/),
    bookingId: booking.id,
  });
  expect(JSON.stringify(deliveries)).not.toMatch(/@|anna|hanna/i);
});

test("pages follow each other without gaps", async () => {
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 4; page++) {
    const { deliveries } = await ofOrganization(account("OWNER"), `(first: 1${after})`);
    seen.push(deliveries.nodes[0].id);
    expect(deliveries.pageInfo.hasNextPage).toBe(page < 3);
    after = `, after: "${deliveries.pageInfo.endCursor}"`;
  }
  expect(new Set(seen).size).toBe(4);
  expect(seen).toEqual(seen.toSorted().toReversed());
});

test("the filter leaves what all of it holds for", async () => {
  const filtered = await ofOrganization(
    account("ADMIN"),
    `(filter: { kind: BOOKING_MADE, state: SENT, bookingId: "${booking.id}" })`,
  );
  expect(filtered.deliveries.nodes).toHaveLength(2);
  const none = await ofOrganization(account("ADMIN"), "(filter: { state: FAILED })");
  expect(none.deliveries.nodes).toEqual([]);
});

test("a page that is too long and a cursor that was made up are refused", async () => {
  for (const args of ["(first: 101)", "(first: 0)", '(after: "bWFkZS11cA")']) {
    const { errors } = await ofOrganization(account("ADMIN"), args);
    expect(errors?.[0]?.extensions.code).toBe("INVALID_INPUT");
  }
});

test("members, strangers and visitors see no list, as if there were none", async () => {
  for (const caller of [account("MEMBER"), account(null), anonymous]) {
    expect((await ofOrganization(caller)).deliveries).toBeNull();
  }
});

test("the host sees the booking's mails, another member and the attendee do not", async () => {
  expect((await ofBooking(account("MEMBER", host.id))).nodes).toHaveLength(4);
  expect((await ofBooking(account("ADMIN"))).nodes).toHaveLength(4);
  const outsiders: Caller[] = [
    account("MEMBER"),
    account(null, host.id),
    anonymous,
    {
      kind: "attendee",
      attendeeId: attendee.id,
      bookingId: booking.id,
      purpose: "provide.schedule",
    },
  ];
  for (const caller of outsiders) expect(await ofBooking(caller)).toBeNull();
  expect(await ofBooking(account("ADMIN"), newId())).toBeNull();
});

test("no column has an address, a name or a text, and no event either", async () => {
  const { rows } = await running.rows.query(
    "SELECT (SELECT jsonb_agg(d) FROM delivery d) AS deliveries, (SELECT jsonb_agg(o) FROM outbox o) AS events",
  );
  expect(JSON.stringify(rows)).not.toMatch(/@|anna|hanna|coaching|secret-token/i);
});

test("each mail that went is told once, with ids only", async () => {
  const { rows } = await running.rows.query(
    "SELECT data FROM outbox WHERE type = 'integrations.delivery.sent'",
  );
  expect(rows).toHaveLength(4);
  expect(rows[0].data).toEqual({
    deliveryId: expect.any(String),
    organizationId,
    bookingId: booking.id,
  });
});

test("of a booking that is deleted no delivery and nobody who took part is left", async () => {
  const deleted = bookingAnswer();
  running.knows(deleted);
  await running.tellMade(deleted);
  await eventually(async () => (await running.deliveries({ aboutId: deleted.id })).length === 2);
  await running.tellDeleted(deleted);
  await eventually(async () => (await running.deliveries({ aboutId: deleted.id })).length === 0);
  const { rows } = await running.rows.query("SELECT 1 FROM booking WHERE id = $1", [deleted.id]);
  expect(rows).toEqual([]);
  expect(await running.deliveries({ aboutId: booking.id })).toHaveLength(4);
});

test("a person's deliveries are handed out, and erased with nothing left", async () => {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: running.database.url }),
  });
  const parts = { store: createStore(prisma) };
  const exported = await personalData.exportSubject(parts, attendee.id);
  expect(exported["delivery"]).toHaveLength(2);
  expect(await personalData.residue(parts, attendee.id)).toBe(3);
  expect(await personalData.eraseSubject(parts, attendee.id)).toBe(3);
  expect(await personalData.residue(parts, attendee.id)).toBe(0);
  expect(await personalData.eraseSubject(parts, attendee.id)).toBe(0);
  expect(await personalData.residue(parts, host.id)).toBe(3);
  await prisma.$disconnect();
});
