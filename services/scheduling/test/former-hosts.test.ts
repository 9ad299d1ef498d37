import { anonymous, newId, type Caller } from "@tidbok/domain";
import {
  AccountDeactivated,
  AccountErased,
  AccountReactivated,
  connectNats,
  MemberJoined,
  MemberLeft,
  type Nats,
} from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  createMeetingType,
  createSchedule,
  organization,
  starts,
  updateMeetingType,
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
let nats: TestNats;
let identity: Nats;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  await scheduling.service.start();
  identity = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("identity"),
    name: "identity",
    log: createLogger("test", { level: "silent" }),
  });
});
afterAll(async () => {
  await identity.stop();
  await scheduling.stop();
  await nats.drop();
});

type Told = Omit<Parameters<typeof tellEvent>[1], "aggregateId">;
const tell = async (aggregateId: string, told: Told) =>
  tellEvent(await identity.connection(), { ...told, aggregateId });
const nine = "2027-02-02T08:00:00.000Z";
const date = "2027-02-02";
const count = async (text: string, values: unknown[]) =>
  (await scheduling.sql(`SELECT count(*)::int AS count FROM ${text}`, values))[0].count as number;
const mutate = (caller: Caller, query: string, input: object) =>
  scheduling.data(caller, query, { input });

/** Grace and Ida host for an organization, alone, together and in turn; Ida stands in for Grace, who says why she is away. */
async function team() {
  const organizationId = newId();
  const [admin, grace, ida] = [
    account(organizationId, "ADMIN"),
    account(organizationId, "MEMBER"),
    account(organizationId, "MEMBER"),
  ];
  const hosts = await Promise.all(
    [grace, ida].map(async (host) => ({
      accountId: host.accountId,
      scheduleId: await createSchedule(scheduling, host, { organizationId }),
    })),
  );
  const make = async (mode: string, of: typeof hosts) =>
    (await createMeetingType(scheduling, admin, { organizationId, mode, hosts: of })).id as string;
  const types = {
    alone: await make("ONE_HOST", [hosts[0]!]),
    together: await make("COLLECTIVE", hosts),
    inTurn: await make("ROUND_ROBIN", hosts),
  };
  const absence = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const days = { organizationId, startsOn: "2027-03-01", endsOn: "2027-03-02" };
  await mutate(grace, absence, { ...days, reason: "A cold", standInId: ida.accountId });
  const later = { organizationId, startsOn: "2027-03-08", endsOn: "2027-03-09" };
  await mutate(ida, absence, { ...later, standInId: grace.accountId });
  const limits = `mutation ($input: SetHostLimitsInput!) { setHostLimits(input: $input) { period } }`;
  await mutate(grace, limits, { organizationId, limits: [{ period: "DAY", bookings: 8 }] });
  const block = `mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }`;
  const [startAt, endAt] = ["2027-03-05T09:00:00Z", "2027-03-05T10:00:00Z"];
  const idempotencyKey = newId();
  await mutate(grace, block, { organizationId, startAt, endAt, reason: "A walk", idempotencyKey });
  return { organizationId, admin, grace, ida, types };
}

const left = (organizationId: string, accountId: string, more: Partial<Told> = {}) =>
  tell(organizationId, {
    definition: MemberLeft,
    organizationId,
    data: { organizationId, accountId },
    ...more,
  });
const joined = (organizationId: string, accountId: string, more: Partial<Told> = {}) =>
  tell(organizationId, {
    definition: MemberJoined,
    organizationId,
    data: { organizationId, accountId, role: "MEMBER" },
    ...more,
  });
const rowsOf = async (accountId: string) => ({
  schedules: await count("schedule WHERE owner_id = $1", [accountId]),
  absences: await count("absence WHERE account_id = $1", [accountId]),
  blocked: await count("blocked_time WHERE account_id = $1", [accountId]),
  limits: await count("host_limit WHERE account_id = $1", [accountId]),
  hosted: await count("meeting_type_host WHERE account_id = $1", [accountId]),
  standIns: await count("absence WHERE stand_in_id = $1", [accountId]),
});
const all = { schedules: 1, absences: 1, blocked: 1, limits: 1, hosted: 3, standIns: 1 };
const none = { schedules: 0, absences: 0, blocked: 0, limits: 0, hosted: 0, standIns: 0 };
const activeOf = (organizationId: string) =>
  count("meeting_type WHERE organization_id = $1 AND is_active", [organizationId]);

test("who leaves an organization hosts nothing new in it; what was booked stays, and admins see what needs another host", async () => {
  const { organizationId, admin, grace, ida, types } = await team();
  const elsewhere = newId();
  const there = account(elsewhere, "OWNER", grace.accountId);
  const scheduleId = await createSchedule(scheduling, there, { organizationId: elsewhere });
  const other = await createMeetingType(scheduling, there, {
    organizationId: elsewhere,
    scheduleId,
  });
  const booked = await book(scheduling, { meetingTypeId: types.alone, startAt: nine });
  expect(codeOf(booked)).toBeNull();

  const id = await left(organizationId, grace.accountId);
  await eventually(async () => (await rowsOf(grace.accountId)).hosted === 1);
  // The same event once more, and the same news by another event.
  await left(organizationId, grace.accountId, { id });
  await left(organizationId, grace.accountId, { aggregateVersion: 2 });
  await eventually(async () => (await count("inbox", [])) >= 2);
  expect(await rowsOf(grace.accountId)).toEqual({ ...none, schedules: 1, hosted: 1 });
  expect(await activeOf(organizationId)).toBe(1);
  expect(codeOf(await book(scheduling, { meetingTypeId: types.alone, startAt: nine }))).toBe(
    "NOT_FOUND",
  );
  for (const startAt of [nine, "2027-02-02T09:00:00.000Z"]) {
    const answer = await book(scheduling, { meetingTypeId: types.inTurn, startAt });
    expect(answer.data.bookMeeting.booking.host.id).toBe(ida.accountId);
  }
  expect(await starts(scheduling, { id: other.id, from: date })).not.toEqual([]);

  const { id: bookingId } = booked.data.bookMeeting.booking;
  const field = `bookings(filter: { isHostMissing: true }) { nodes { id state missingHosts { id } } }`;
  const listed = await organization(scheduling, admin, { id: organizationId, field });
  const missingHosts = [{ id: grace.accountId }];
  expect(listed.bookings.nodes).toEqual([{ id: bookingId, state: "CONFIRMED", missingHosts }]);
  const query = `query ($id: ID!) { booking(id: $id) { missingHosts { id } } }`;
  const seen = await scheduling.data(attendeeOf(booked), query, { id: bookingId });
  expect(seen.booking).toEqual({ missingHosts: null });
  await expectSound(scheduling);

  // What needed her waits until somebody else hosts it.
  const waiting = { meetingTypeId: types.alone };
  const renamed = await updateMeetingType(scheduling, admin, { ...waiting, title: "Later" });
  expect(codeOf(renamed)).toBeNull();
  const early = await updateMeetingType(scheduling, admin, { ...waiting, isActive: true });
  expect(problemsOf(early)).toEqual(["hosts REQUIRED"]);
  const hosts = [{ accountId: ida.accountId }];
  const again = await updateMeetingType(scheduling, admin, { ...waiting, hosts, isActive: true });
  expect(again.data.updateMeetingType.isActive).toBe(true);
  expect(await starts(scheduling, { id: types.alone, from: date })).not.toEqual([]);
});

test("by a token from before, who has left can set up hours, and nobody can be booked by them", async () => {
  const { organizationId, admin, grace, types } = await team();
  await left(organizationId, grace.accountId);
  await eventually(async () => (await rowsOf(grace.accountId)).hosted === 0);
  const scheduleId = await createSchedule(scheduling, grace, { organizationId });
  const hosts = [{ accountId: grace.accountId, scheduleId }];
  await updateMeetingType(scheduling, admin, {
    meetingTypeId: types.alone,
    isActive: true,
    hosts,
  });
  expect(await starts(scheduling, { id: types.alone, from: date })).toEqual([]);
  expect(codeOf(await book(scheduling, { meetingTypeId: types.alone, startAt: nine }))).toBe(
    "SLOT_OUTSIDE_HOURS",
  );
});

test("who comes back begins anew, and late news of the leaving takes nothing away", async () => {
  const { organizationId, grace } = await team();
  await left(organizationId, grace.accountId, { aggregateVersion: 1 });
  const id = await joined(organizationId, grace.accountId, { aggregateVersion: 2 });
  const isMember = () =>
    count("membership WHERE account_id = $1 AND is_current", [grace.accountId]);
  await eventually(async () => (await isMember()) === 1);
  expect(await rowsOf(grace.accountId)).toEqual(none);
  await left(organizationId, grace.accountId, { aggregateVersion: 1 });
  await joined(organizationId, grace.accountId, { aggregateVersion: 2, id });
  await createSchedule(scheduling, grace, { organizationId });
  // As when somebody replays what was buried: a version that is new, and a time that is not.
  const occurredAt = Date.now() - 3_600_000;
  await left(organizationId, grace.accountId, { aggregateVersion: 3, occurredAt });
  await joined(organizationId, newId(), { aggregateVersion: 4 });
  await eventually(async () => (await count("membership WHERE is_current", [])) >= 2);
  expect(await isMember()).toBe(1);
  expect((await rowsOf(grace.accountId)).schedules).toBe(1);
});

test("P31 a deactivated account takes no meetings and its name is nowhere; others go on, and all is as before when it is back", async () => {
  const { grace, ida, types } = await team();
  const { accountId } = grace;
  const offered = () => starts(scheduling, { id: types.alone, from: date });
  const before = await offered();
  const data = { accountId };
  await tell(accountId, { definition: AccountDeactivated, data });
  await eventually(async () => (await offered()).length === 0);
  expect(await rowsOf(accountId)).toEqual(all);
  expect(codeOf(await book(scheduling, { meetingTypeId: types.together, startAt: nine }))).toBe(
    "SLOT_OUTSIDE_HOURS",
  );
  const taken = await book(scheduling, { meetingTypeId: types.inTurn, startAt: nine });
  expect(taken.data.bookMeeting.booking.host.id).toBe(ida.accountId);
  const query = `query ($id: ID!) { meetingType(id: $id) { hosts { account { id } isMissing } } }`;
  const seen = (caller: Caller) => scheduling.data(caller, query, { id: types.inTurn });
  expect((await seen(anonymous)).meetingType.hosts).toEqual([
    { account: { id: ida.accountId }, isMissing: null },
  ]);
  expect((await seen(ida)).meetingType.hosts).toEqual([
    { account: { id: accountId }, isMissing: true },
    { account: { id: ida.accountId }, isMissing: false },
  ]);
  // What she has handed over to a colleague goes on.
  expect(await starts(scheduling, { id: types.alone, from: "2027-03-01" })).not.toEqual([]);

  await tell(accountId, { definition: AccountReactivated, data, aggregateVersion: 2 });
  // Late, and again.
  await tell(accountId, { definition: AccountDeactivated, data, aggregateVersion: 1 });
  await eventually(async () => (await offered()).length === before.length);
  expect(await offered()).toEqual(before);
});

test("P30 of an erased account nothing is left but ids where others met it, and nothing brings it back", async () => {
  const { organizationId, grace, types } = await team();
  const { accountId } = grace;
  const booked = await book(scheduling, { meetingTypeId: types.alone, startAt: nine });
  const data = { accountId };
  const id = await tell(accountId, { definition: AccountErased, data, aggregateVersion: 2 });
  await tell(accountId, { definition: AccountErased, data, aggregateVersion: 2, id });
  // The news from before comes late.
  await tell(accountId, { definition: AccountDeactivated, data, aggregateVersion: 1 });
  await eventually(async () => (await rowsOf(accountId)).hosted === 0, { withinMs: 30_000 });
  expect(await rowsOf(accountId)).toEqual(none);
  expect(await activeOf(organizationId)).toBe(1);
  await tell(accountId, { definition: AccountReactivated, data, aggregateVersion: 3 });
  await eventually(
    async () =>
      (await count("aggregate_seen WHERE aggregate_id = $1 AND version = 3", [accountId])) === 1,
    { withinMs: 30_000 },
  );
  const standing = "SELECT state FROM account_standing WHERE account_id = $1";
  expect(await scheduling.sql(standing, [accountId])).toEqual([{ state: "ERASED" }]);
  const hostOf = "SELECT host_id FROM reservation WHERE booking_id = $1";
  expect(await scheduling.sql(hostOf, [booked.data.bookMeeting.booking.id])).toEqual([
    { host_id: accountId },
  ]);
  await expectSound(scheduling);
});
