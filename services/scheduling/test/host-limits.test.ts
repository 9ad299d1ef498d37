import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingType,
  createSchedule,
  offerMeeting,
  organization,
  starts,
} from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const tuesday = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(tuesday + minutes * 60_000).toISOString();

const setLimits = `mutation ($input: SetHostLimitsInput!) { setHostLimits(input: $input) { period bookings minutes } }`;

test("a host's own limits count the meetings of all types, and are the host's to know", async () => {
  const { organizationId, host, scheduleId, meetingTypeId } = await offerMeeting(scheduling);
  const other = await createMeetingType(scheduling, host, { organizationId, scheduleId });
  const limits = [{ period: "DAY", bookings: 2, minutes: null }];
  const set = await scheduling.data(host, setLimits, { input: { organizationId, limits } });
  expect(set.setHostLimits).toEqual(limits);
  const types = [meetingTypeId, other.id, meetingTypeId];
  const answers = [];
  for (const [i, id] of types.entries()) {
    answers.push(codeOf(await book(scheduling, { meetingTypeId: id, startAt: at(i * 60) })));
  }
  expect(answers).toEqual([null, null, "SLOT_LIMIT_REACHED"]);
  expect(await starts(scheduling, { id: other.id, from: "2027-02-02" })).toEqual([]);

  const of = (caller: Parameters<typeof organization>[1]) =>
    organization(scheduling, caller, {
      id: organizationId,
      field: `hostLimits(accountId: "${host.accountId}") { period bookings minutes }`,
    });
  expect((await of(host)).hostLimits).toEqual(limits);
  expect((await of(account(organizationId, "ADMIN"))).hostLimits).toEqual(limits);
  expect((await of(account(organizationId, "MEMBER"))).hostLimits).toBeNull();
  expect((await of(anonymous)).hostLimits).toBeNull();
  const theirs = { organizationId, accountId: host.accountId, limits: [] };
  const member = account(organizationId, "MEMBER");
  const meddling = await scheduling.ask(member, { query: setLimits, variables: { input: theirs } });
  expect(codeOf(meddling)).toBe("FORBIDDEN");
  // A stranger has no hours here, and so no limits: not even an admin can set any.
  const stranger = {
    organizationId,
    accountId: account(organizationId, "MEMBER").accountId,
    limits,
  };
  const admin = account(organizationId, "ADMIN");
  const far = await scheduling.ask(admin, { query: setLimits, variables: { input: stranger } });
  expect(codeOf(far)).toBe("NOT_FOUND");
});

test("meetings for another organization take a host's time, and use up no limit of this one", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const limits = [{ period: "DAY", bookings: 1 }];
  await scheduling.data(host, setLimits, { input: { organizationId, limits } });
  const elsewhere = newId();
  const there = account(elsewhere, "MEMBER", host.accountId);
  const scheduleId = await createSchedule(scheduling, there, { organizationId: elsewhere });
  const other = await createMeetingType(scheduling, there, {
    organizationId: elsewhere,
    scheduleId,
  });
  const outcomes = [];
  for (const [id, minutes] of [
    [other.id, 0],
    [meetingTypeId, 0],
    [meetingTypeId, 60],
    [meetingTypeId, 120],
    [other.id, 120],
  ] as const) {
    outcomes.push(codeOf(await book(scheduling, { meetingTypeId: id, startAt: at(minutes) })));
  }
  expect(outcomes).toEqual([null, "SLOT_TAKEN", null, "SLOT_LIMIT_REACHED", null]);
});
