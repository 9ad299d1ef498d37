import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingType,
  createSchedule,
  offerMeeting,
  organization,
  rescheduleQuery,
  starts,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

type Caller = Parameters<Scheduling["ask"]>[0];
const fields = "id startAt endAt reason account { id }";
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const blockQuery = mutation("blockTime", "BlockTimeInput");
const updateQuery = mutation("updateBlockedTime", "UpdateBlockedTimeInput");
const deleteQuery = mutation("deleteBlockedTime", "DeleteBlockedTimeInput");
const send = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });
const block = (caller: Caller, input: Record<string, unknown>) =>
  send(caller, blockQuery, { idempotencyKey: newId(), ...input });
const listed = async (caller: Caller, id: string) =>
  (await organization(scheduling, caller, { id, field: `blockedTimes { nodes { ${fields} } }` }))
    .blockedTimes;
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();
const time = { startAt: at(60), endAt: at(120) };

test("blocked time is neither offered nor booked, from its start to its end exactly", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const made = await block(host, { organizationId, ...time, reason: "The dentist" });
  const blocked = made.data.blockTime;
  expect(blocked).toEqual({
    ...time,
    id: blocked.id,
    reason: "The dentist",
    account: { id: host.accountId },
  });
  const offered = () => starts(scheduling, { id: meetingTypeId, from: "2027-02-02" });
  const whole = Array.from({ length: 16 }, (_, i) => at(i * 30));
  expect(await offered()).toEqual(whole.filter((start) => start < at(60) || start >= at(120)));
  const codeAt = async (minutes: number) =>
    codeOf(await book(scheduling, { meetingTypeId, startAt: at(minutes) }));
  expect(await codeAt(60)).toBe("SLOT_TAKEN");
  expect(await codeAt(90)).toBe("SLOT_TAKEN");
  expect(await codeAt(30)).toBeNull();
  expect(await codeAt(120)).toBeNull();

  const blockedTimeId = blocked.id;
  const shorter = await send(host, updateQuery, { blockedTimeId, startAt: at(90) });
  expect(shorter.data.updateBlockedTime).toMatchObject({ startAt: at(90), reason: "The dentist" });
  expect(await codeAt(60)).toBeNull();
  expect(codeOf(await send(host, updateQuery, { blockedTimeId, endAt: at(150) }))).toBe(
    "BOOKINGS_IN_THE_WAY",
  );
  expect(codeOf(await send(host, deleteQuery, { blockedTimeId }))).toBeNull();
  expect(await codeAt(90)).toBeNull();
  expect(await listed(host, organizationId)).toEqual({ nodes: [] });
});

test("what is booked or held is in the way until the host says that it stays", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: at(60) });
  const bookingId = booked.data.bookMeeting.booking.id;
  const refused = await block(host, { organizationId, ...time });
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: "BOOKINGS_IN_THE_WAY",
    bookingIds: [bookingId],
  });
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  await scheduling.data(anonymous, query, { input: { meetingTypeId, startAt: at(180) } });
  const held = await block(host, { organizationId, startAt: at(180), endAt: at(240) });
  expect(held.errors?.[0]?.extensions).toMatchObject({
    code: "BOOKINGS_IN_THE_WAY",
    bookingIds: [],
  });
  expect(await listed(host, organizationId)).toEqual({ nodes: [] });

  expect(codeOf(await block(host, { organizationId, ...time, keepsBookings: true }))).toBeNull();
  const move = (startAt: string) => send(host, rescheduleQuery, { bookingId, startAt });
  expect(codeOf(await move(at(90)))).toBe("SLOT_TAKEN");
  expect(codeOf(await move(at(0)))).toBeNull();
  expect(codeOf(await move(at(60)))).toBe("SLOT_TAKEN");
  // Blocked times of one host may overlap: each has a reason of its own.
  expect(codeOf(await block(host, { organizationId, ...time }))).toBeNull();
});

test("the buffers of what is booked count as booked, and a person has no time elsewhere either", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { bufferAfterMinutes: 30 },
  });
  await book(scheduling, { meetingTypeId, startAt: at(60) });
  const touching = { organizationId, startAt: at(90), endAt: at(150) };
  expect(codeOf(await block(host, touching))).toBe("BOOKINGS_IN_THE_WAY");
  const after = { organizationId, startAt: at(120), endAt: at(150) };
  expect(codeOf(await block(host, after))).toBeNull();

  const elsewhere = newId();
  const there = account(elsewhere, "ADMIN", host.accountId);
  await createSchedule(scheduling, there, { organizationId: elsewhere });
  const refused = await block(there, { organizationId: elsewhere, ...time });
  expect(refused.errors?.[0]?.extensions).toMatchObject({ bookingIds: [] });
  const other = { organizationId: elsewhere, startAt: at(300), endAt: at(330) };
  expect(codeOf(await block(there, other))).toBeNull();
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(300) }))).toBe("SLOT_TAKEN");
});

test("time that is blocked and booked at once is one of both, never both", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
    const [kept, booked] = await Promise.all([
      block(host, { organizationId, ...time }),
      book(scheduling, { meetingTypeId, startAt: at(60) }),
    ]);
    expect([
      [null, "SLOT_TAKEN"],
      ["BOOKINGS_IN_THE_WAY", null],
    ]).toContainEqual([codeOf(kept), codeOf(booked)]);
    const both = await scheduling.sql(
      `SELECT 1 FROM blocked_time t JOIN reservation r ON r.host_id = t.account_id
         AND r.during && tstzrange(t.start_at, t.end_at) WHERE t.organization_id = $1`,
      [organizationId],
    );
    expect(both).toEqual([]);
  }
  await expectSound(scheduling);
});

test("why somebody keeps time free only they read; others of the organization cannot block it", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const admin = account(organizationId, "ADMIN");
  const made = await block(host, { organizationId, ...time, reason: "An operation" });
  const { id: blockedTimeId } = made.data.blockTime;
  expect((await listed(host, organizationId)).nodes).toMatchObject([{ reason: "An operation" }]);
  expect((await listed(admin, organizationId)).nodes).toMatchObject([{ ...time, reason: null }]);
  expect(await listed(account(organizationId, "MEMBER"), organizationId)).toEqual({ nodes: [] });
  expect(await listed(anonymous, organizationId)).toBeNull();
  const rows = await scheduling.sql("SELECT * FROM blocked_time WHERE id = $1", [blockedTimeId]);
  expect(JSON.stringify(rows)).not.toContain("operation");
  expect(rows[0].reason).toBeInstanceOf(Buffer);

  const theirs = { organizationId, accountId: host.accountId, startAt: at(180), endAt: at(210) };
  expect(codeOf(await block(admin, { ...theirs, reason: "Lazy" }))).toBe("FORBIDDEN");
  expect(codeOf(await block(admin, theirs))).toBeNull();
  const stranger = { ...theirs, accountId: newId() };
  expect(codeOf(await block(admin, stranger))).toBe("NOT_FOUND");
  expect(codeOf(await block(account(organizationId, "MEMBER"), theirs))).toBe("FORBIDDEN");
  expect(codeOf(await block(anonymous, theirs))).toBe("UNAUTHENTICATED");
  for (const who of [account(newId(), "OWNER"), anonymous]) {
    expect(codeOf(await send(who, deleteQuery, { blockedTimeId }))).toBe("NOT_FOUND");
  }
  const member = account(organizationId, "MEMBER");
  expect(codeOf(await send(member, deleteQuery, { blockedTimeId }))).toBe("FORBIDDEN");
  expect(codeOf(await send(admin, updateQuery, { blockedTimeId, reason: null }))).toBe("FORBIDDEN");
});

test("nonsense is refused with its path, and a repeated call blocks nothing twice", async () => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const wrong = async (input: Record<string, unknown>) =>
    problemsOf(await block(host, { organizationId, ...time, ...input }));
  expect(await wrong({ endAt: at(60) })).toEqual(["endAt END_BEFORE_START"]);
  expect(await wrong({ startAt: "2000-01-01T00:00:00Z", endAt: "2000-01-02T00:00:00Z" })).toEqual([
    "endAt IN_PAST",
  ]);
  expect(await wrong({ endAt: "2029-01-01T00:00:00Z" })).toEqual(["endAt TOO_LARGE"]);
  expect(await wrong({ reason: "x".repeat(1_001) })).toHaveLength(1);
  expect(await listed(host, organizationId)).toEqual({ nodes: [] });

  const input = { organizationId, ...time, idempotencyKey: newId() };
  const [one, two] = await Promise.all([block(host, input), block(host, input)]);
  expect(two.data.blockTime).toEqual(one.data.blockTime);
  const reused = await block(host, { ...input, endAt: at(150) });
  expect(codeOf(reused)).toBe("IDEMPOTENCY_KEY_REUSED");
  expect((await listed(host, organizationId)).nodes).toHaveLength(1);
});

test("what an admin blocks counts in the admin's organization alone, and its refusals tell nothing of the host's time elsewhere", async () => {
  const here = await offerMeeting(scheduling);
  const { host } = here;
  const organizationId = newId();
  const shared = account(organizationId, "MEMBER", host.accountId);
  const scheduleId = await createSchedule(scheduling, shared, { organizationId });
  const { id: there } = await createMeetingType(scheduling, shared, { organizationId, scheduleId });
  const admin = account(organizationId, "ADMIN");
  const whole = { organizationId, accountId: host.accountId, startAt: at(0), endAt: at(480) };

  // A booking in the host's other organization is not in the way here.
  await book(scheduling, { meetingTypeId: here.meetingTypeId, startAt: at(0) });
  const made = await block(admin, whole);
  expect(codeOf(made)).toBeNull();
  const offered = (id: string) => starts(scheduling, { id, from: "2027-02-02" });
  expect(await offered(there)).toEqual([]);
  expect(await offered(here.meetingTypeId)).toHaveLength(15);
  const free = { meetingTypeId: here.meetingTypeId, startAt: at(30) };
  expect(codeOf(await book(scheduling, free))).toBeNull();
  expect(codeOf(await book(scheduling, { meetingTypeId: there, startAt: at(60) }))).toBe(
    "SLOT_TAKEN",
  );

  // The host's own word counts everywhere, until an admin sets another time.
  const blockedTimeId = made.data.blockTime.id;
  const own = { blockedTimeId, startAt: at(120) };
  expect(codeOf(await send(shared, updateQuery, own))).toBeNull();
  expect(await offered(here.meetingTypeId)).toEqual([at(60), at(90)]);
  await send(admin, updateQuery, { blockedTimeId, startAt: at(90) });
  expect(await offered(here.meetingTypeId)).toHaveLength(14);
  expect(await offered(there)).toEqual([at(60)]);
  await expectSound(scheduling);
});
