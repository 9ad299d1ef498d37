import { anonymous, newId, type Caller } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingInput,
  bookQuery,
  cancelQuery,
  offerMeeting,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();
const hour = 60 * 60_000;

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(async () => {
  scheduling.clock.now = monday;
  offer = await offerMeeting(scheduling, {
    meetingType: { visibility: "LINK_ONLY", durationsMinutes: [30, 60] },
  });
});
afterAll(() => scheduling.stop());

const createQuery = `mutation ($input: CreateBookingLinkInput!) {
  createBookingLink(input: $input) { token bookingLink { id state uses maximumUses expiresAt durationMinutes createdBy { id } } }
}`;
const revokeQuery = `mutation ($input: RevokeBookingLinkInput!) {
  revokeBookingLink(input: $input) { id state revokedAt }
}`;
const openQuery = `mutation ($input: OpenBookingLinkInput!) {
  openBookingLink(input: $input) { durationMinutes expiresAt
    meetingType { id title slots(from: "2027-02-02", to: "2027-02-02", timeZone: "UTC") { slots { startAt } } } }
}`;

function create(changes: Record<string, unknown> = {}, caller: Caller = offer.host) {
  const input = { meetingTypeId: offer.meetingTypeId, idempotencyKey: newId(), ...changes };
  return scheduling.ask(caller, { query: createQuery, variables: { input } });
}

async function tokenOf(changes: Record<string, unknown> = {}): Promise<string> {
  return (await create(changes)).data.createBookingLink.token;
}

function open(token: string) {
  return scheduling.ask(anonymous, { query: openQuery, variables: { input: { token } } });
}

function bookBy(linkToken: string, changes: Record<string, unknown> = {}) {
  const { meetingTypeId } = offer;
  return book(scheduling, { meetingTypeId, startAt: at(0), linkToken, ...changes });
}

async function links(caller: Caller) {
  const query = `query ($id: ID!) { meetingType(id: $id) { bookingLinks(first: 10) { nodes { id state uses } } } }`;
  const { meetingType } = await scheduling.data(caller, query, { id: offer.meetingTypeId });
  return meetingType.bookingLinks?.nodes ?? null;
}

test("a stranger opens a link, sees the times, books one, and the link is used", async () => {
  const token = await tokenOf();
  const { openBookingLink } = (await open(token)).data;
  expect(openBookingLink.meetingType).toMatchObject({
    id: offer.meetingTypeId,
    title: "A first talk",
  });
  const startAt = openBookingLink.meetingType.slots[0].slots[1].startAt;
  const input = bookingInput({ meetingTypeId: offer.meetingTypeId, startAt, linkToken: token });
  const ask = () => scheduling.ask(anonymous, { query: bookQuery, variables: { input } });
  const booked = await ask();
  expect(codeOf(booked)).toBeNull();
  expect(codeOf(await bookBy(token, { startAt: at(120) }))).toBe("BOOKING_LINK_USED");
  expect(codeOf(await open(token))).toBe("BOOKING_LINK_USED");
  // A retry is no second use.
  expect((await ask()).data).toEqual(booked.data);
  expect(await links(offer.host)).toMatchObject([{ state: "USED", uses: 1 }]);
});

test("of two who use a link for one booking at once, exactly one books; of ten with one for three, three", async () => {
  const [one, three] = [await tokenOf(), await tokenOf({ maximumUses: 3 })];
  const pair = await Promise.all([0, 60].map((minutes) => bookBy(one, { startAt: at(minutes) })));
  expect(codes(pair)).toEqual({ BOOKED: 1, BOOKING_LINK_USED: 1 });
  const ten = await Promise.all(
    Array.from({ length: 10 }, (_, i) => bookBy(three, { startAt: at(120 + i * 30) })),
  );
  expect(codes(ten)).toEqual({ BOOKED: 3, BOOKING_LINK_USED: 7 });
  expect(await links(offer.host)).toMatchObject([
    { state: "USED", uses: 3 },
    { state: "USED", uses: 1 },
  ]);
  await expectSound(scheduling);
});

test("a booking that fails uses nothing, and one that is cancelled stays counted", async () => {
  const token = await tokenOf();
  expect(codeOf(await bookBy(token, { startAt: at(-600) }))).toBe("SLOT_OUTSIDE_HOURS");
  expect(await links(offer.host)).toMatchObject([{ state: "ACTIVE", uses: 0 }]);
  const booked = await bookBy(token);
  const attendee = attendeeOf(booked);
  await scheduling.data(attendee, cancelQuery, { input: { bookingId: attendee.bookingId } });
  expect(codeOf(await bookBy(token))).toBe("BOOKING_LINK_USED");
});

test("a link is good until its last instant, and not at its expiry", async () => {
  const expiresAt = new Date(monday + hour).toISOString();
  const token = await tokenOf({ expiresAt, maximumUses: 5 });
  scheduling.clock.now = monday + hour - 1;
  expect(codeOf(await open(token))).toBeNull();
  expect(codeOf(await bookBy(token))).toBeNull();
  scheduling.clock.now = monday + hour;
  expect(codeOf(await open(token))).toBe("BOOKING_LINK_INVALID");
  expect(codeOf(await bookBy(token, { startAt: at(60) }))).toBe("BOOKING_LINK_INVALID");
  expect(await links(offer.host)).toMatchObject([{ state: "EXPIRED", uses: 1 }]);
});

test("a link that has expired, was revoked, leads elsewhere or never was is refused in the same words", async () => {
  const expired = await tokenOf({ expiresAt: new Date(monday + 1).toISOString() });
  const made = (await create()).data.createBookingLink;
  const elsewhere = await tokenOf();
  const revoke = () => {
    const input = { bookingLinkId: made.bookingLink.id };
    return scheduling.data(offer.host, revokeQuery, { input });
  };
  const { revokeBookingLink } = await revoke();
  expect(revokeBookingLink).toMatchObject({
    state: "REVOKED",
    revokedAt: new Date(monday).toISOString(),
  });
  scheduling.clock.now = monday + 1;
  expect((await revoke()).revokeBookingLink).toEqual(revokeBookingLink);
  const told = async (answer: Promise<unknown>) => JSON.stringify(await answer);
  const never = await told(bookBy("never-was"));
  expect(never).toContain("BOOKING_LINK_INVALID");
  expect(await told(bookBy(expired))).toBe(never);
  expect(await told(bookBy(made.token))).toBe(never);
  const opened = await told(open("never-was"));
  expect(await told(open(expired))).toBe(opened);
  expect(await told(open(made.token))).toBe(opened);
  // The link of one meeting type opens no other, public or not.
  offer = await offerMeeting(scheduling);
  expect(await told(bookBy(elsewhere))).toBe(never);
  expect(
    codeOf(await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: at(0) })),
  ).toBeNull();
});

test("a link to what is not active any more opens nothing", async () => {
  const token = await tokenOf();
  await scheduling.sql("UPDATE meeting_type SET is_active = false WHERE id = $1", [
    offer.meetingTypeId,
  ]);
  expect(codeOf(await open(token))).toBe("BOOKING_LINK_INVALID");
  expect(codeOf(await bookBy(token))).toBe("BOOKING_LINK_INVALID");
});

test("a link may fix how long the meeting takes", async () => {
  const token = await tokenOf({ durationMinutes: 60 });
  expect((await open(token)).data.openBookingLink.durationMinutes).toBe(60);
  expect(codeOf(await bookBy(token, { durationMinutes: 30 }))).toBe("DURATION_NOT_OFFERED");
  const { booking } = (await bookBy(token)).data.bookMeeting;
  expect(Date.parse(booking.endAt) - Date.parse(booking.startAt)).toBe(hour);
});

test("a slot is held by a link without using it up, and booked with both", async () => {
  const token = await tokenOf();
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const input = { meetingTypeId: offer.meetingTypeId, startAt: at(0) };
  expect(codeOf(await scheduling.ask(anonymous, { query, variables: { input } }))).toBe(
    "NOT_FOUND",
  );
  const { holdSlot } = await scheduling.data(anonymous, query, {
    input: { ...input, linkToken: token },
  });
  expect(await links(offer.host)).toMatchObject([{ uses: 0 }]);
  expect(codeOf(await bookBy(token, { holdId: holdSlot.id }))).toBeNull();
});

test("the token is told once, and again only to a repeated request; it is stored nowhere", async () => {
  const idempotencyKey = newId();
  const first = (await create({ idempotencyKey })).data.createBookingLink;
  expect((await create({ idempotencyKey })).data.createBookingLink).toEqual(first);
  expect(codeOf(await create({ idempotencyKey, maximumUses: 2 }))).toBe("IDEMPOTENCY_KEY_REUSED");
  expect(first.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await links(offer.host)).toHaveLength(1);
  const found = await scheduling.sql(
    "SELECT 1 FROM booking_link WHERE booking_link::text LIKE '%' || $1 || '%'",
    [first.token],
  );
  expect(found).toEqual([]);
});

test("links are for the hosts and admins of the meeting type", async () => {
  const { organizationId, meetingTypeId } = offer;
  const made = (await create()).data.createBookingLink.bookingLink;
  const [admin, member] = (["ADMIN", "MEMBER"] as const).map((role) =>
    account(organizationId, role),
  );
  const stranger = account(newId(), "OWNER");
  expect(codeOf(await create({}, anonymous))).toBe("NOT_FOUND");
  expect(codeOf(await create({}, stranger))).toBe("NOT_FOUND");
  expect(codeOf(await create({}, member))).toBe("FORBIDDEN");
  expect(codeOf(await create({}, admin))).toBeNull();
  const revoke = (caller: Caller, bookingLinkId: string) =>
    scheduling.ask(caller, { query: revokeQuery, variables: { input: { bookingLinkId } } });
  const never = JSON.stringify(await revoke(stranger, newId()));
  expect(JSON.stringify(await revoke(stranger, made.id))).toBe(never);
  expect(codeOf(await revoke(member!, made.id))).toBe("FORBIDDEN");
  expect(await links(admin!)).toHaveLength(2);
  expect(await links(member!)).toBeNull();
  await scheduling.sql("UPDATE meeting_type SET visibility = 'PUBLIC' WHERE id = $1", [
    meetingTypeId,
  ]);
  expect(await links(stranger)).toBeNull();
  expect(await links(anonymous)).toBeNull();
});

test("a link that makes no sense is refused with every mistake, and nothing is stored", async () => {
  const outside = [monday, monday - 1, monday + 367 * 24 * hour];
  for (const expiresAt of outside.map((instant) => new Date(instant).toISOString())) {
    expect(problemsOf(await create({ expiresAt, durationMinutes: 45 }))).toEqual([
      "expiresAt OUT_OF_RANGE",
      "durationMinutes NOT_OFFERED",
    ]);
  }
  expect(problemsOf(await create({ maximumUses: 0, idempotencyKey: "short" }))).toEqual([
    "maximumUses TOO_SMALL",
    "idempotencyKey TOO_SMALL",
  ]);
  expect(problemsOf(await create({ maximumUses: 1_001 }))).toEqual(["maximumUses TOO_LARGE"]);
  expect(problemsOf(await bookBy("x".repeat(201)))).toEqual(["linkToken TOO_LARGE"]);
  expect(await links(offer.host)).toEqual([]);
});

test("a thousand links can be used at once, and those that expired a month ago are forgotten", async () => {
  const { organizationId, meetingTypeId, host } = offer;
  await scheduling.sql(
    `INSERT INTO booking_link (id, organization_id, meeting_type_id, token_hash, maximum_uses, uses, expires_at, created_by, created_at)
     SELECT gen_random_uuid(), $1, $2::uuid, $2::text || n::text, 1, (n = 1000)::int, $4::timestamptz, $3, $4::timestamptz - interval '1 day' FROM generate_series(1, 1000) AS n`,
    [organizationId, meetingTypeId, host.accountId, new Date(monday + hour)],
  );
  expect(codeOf(await create())).toBeNull();
  expect(codeOf(await create())).toBe("TOO_MANY_LINKS");
  scheduling.clock.now = monday + 31 * 24 * hour;
  await scheduling.service.start();
  const left = () =>
    scheduling.sql("SELECT uses FROM booking_link WHERE meeting_type_id = $1", [meetingTypeId]);
  await eventually(async () => (await left()).length === 1);
});
