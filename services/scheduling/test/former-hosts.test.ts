import { anonymous, newId, type Caller } from "@tidbok/domain";
import {
  AccountDeactivated,
  AccountErased,
  AccountReactivated,
  connectNats,
  type Nats,
} from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { all, hostingTeam, none } from "./support/hosting-team.ts";
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
let place: ReturnType<typeof hostingTeam>;
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
  place = hostingTeam(scheduling, identity);
});
afterAll(async () => {
  await identity.stop();
  await scheduling.stop();
  await nats.drop();
});

const nine = "2027-02-02T08:00:00.000Z";
const date = "2027-02-02";

test("who leaves an organization hosts nothing new in it; what was booked stays, and admins see what needs another host", async () => {
  const { organizationId, admin, grace, ida, types } = await place.team();
  const elsewhere = newId();
  const there = account(elsewhere, "OWNER", grace.accountId);
  const scheduleId = await createSchedule(scheduling, there, { organizationId: elsewhere });
  const other = await createMeetingType(scheduling, there, {
    organizationId: elsewhere,
    scheduleId,
  });
  const booked = await book(scheduling, { meetingTypeId: types.alone, startAt: nine });
  expect(codeOf(booked)).toBeNull();

  const id = await place.left(organizationId, grace.accountId);
  await eventually(async () => (await place.rowsOf(grace.accountId)).hosted === 1);
  // The same event once more, and the same news by another event.
  await place.left(organizationId, grace.accountId, { id });
  await place.left(organizationId, grace.accountId, { aggregateVersion: 2 });
  await eventually(async () => (await place.count("inbox", [])) >= 2);
  expect(await place.rowsOf(grace.accountId)).toEqual({ ...none, schedules: 1, hosted: 1 });
  expect(await place.activeOf(organizationId)).toBe(1);
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
  const { organizationId, admin, grace, types } = await place.team();
  await place.left(organizationId, grace.accountId);
  await eventually(async () => (await place.rowsOf(grace.accountId)).hosted === 0);
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

test("P31 a deactivated account takes no meetings and its name is nowhere; others go on, and all is as before when it is back", async () => {
  const { grace, ida, types } = await place.team();
  const { accountId } = grace;
  const offered = () => starts(scheduling, { id: types.alone, from: date });
  const before = await offered();
  const data = { accountId };
  await place.tell(accountId, { definition: AccountDeactivated, data });
  await eventually(async () => (await offered()).length === 0);
  expect(await place.rowsOf(accountId)).toEqual(all);
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

  await place.tell(accountId, { definition: AccountReactivated, data, aggregateVersion: 2 });
  // Late, and again.
  await place.tell(accountId, { definition: AccountDeactivated, data, aggregateVersion: 1 });
  await eventually(async () => (await offered()).length === before.length);
  expect(await offered()).toEqual(before);
});

test("P30 of an erased account nothing is left but ids where others met it, and nothing brings it back", async () => {
  const { organizationId, grace, types } = await place.team();
  const { accountId } = grace;
  const booked = await book(scheduling, { meetingTypeId: types.alone, startAt: nine });
  const data = { accountId };
  const id = await place.tell(accountId, { definition: AccountErased, data, aggregateVersion: 2 });
  await place.tell(accountId, { definition: AccountErased, data, aggregateVersion: 2, id });
  // The news from before comes late.
  await place.tell(accountId, { definition: AccountDeactivated, data, aggregateVersion: 1 });
  await eventually(async () => (await place.rowsOf(accountId)).hosted === 0, { withinMs: 30_000 });
  expect(await place.rowsOf(accountId)).toEqual(none);
  expect(await place.activeOf(organizationId)).toBe(1);
  await place.tell(accountId, { definition: AccountReactivated, data, aggregateVersion: 3 });
  await eventually(
    async () =>
      (await place.count("aggregate_seen WHERE aggregate_id = $1 AND version = 3", [accountId])) ===
      1,
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
