import { anonymous, newId, type Caller } from "@tidbok/domain";
import { connectNats, EntitlementsChanged } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  createMeetingType,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  organization,
  organizationQuery,
  updateMeetingType,
} from "./support/operations.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let nats: TestNats;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  await scheduling.service.start();
});
afterAll(async () => {
  await scheduling.stop();
  await nats.drop();
});

test("lists come in pages, newest first, and show what the caller may see", async () => {
  const { organizationId, host, meetingTypeId, scheduleId } = await offerMeeting(scheduling);
  const colleague = account(organizationId, "MEMBER");
  const theirs = await createSchedule(scheduling, colleague, { organizationId, name: "Evenings" });
  const other = await createMeetingType(scheduling, colleague, {
    organizationId,
    scheduleId: theirs,
  });
  const ids: string[] = [];
  for (const [id, hour] of [
    [meetingTypeId, 8],
    [other.id, 9],
    [meetingTypeId, 10],
    [meetingTypeId, 11],
  ]) {
    const startAt = `2027-02-02T${String(hour).padStart(2, "0")}:00:00Z`;
    const answer = await book(scheduling, { meetingTypeId: id, startAt });
    ids.unshift(answer.data.bookMeeting.booking.id);
  }
  const list = async (caller: Caller, args: string) => {
    const field = `bookings(${args}) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }`;
    return (await organization(scheduling, caller, { id: organizationId, field })).bookings;
  };
  const idsOf = (page: { nodes: { id: string }[] }) => page.nodes.map(({ id }) => id);
  const admin = account(organizationId, "ADMIN");
  const first = await list(admin, "first: 3");
  expect(idsOf(first)).toEqual(ids.slice(0, 3));
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await list(admin, `first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(idsOf(rest)).toEqual(ids.slice(3));
  expect(rest.pageInfo.hasNextPage).toBe(false);
  const hosted = [ids[0], ids[1], ids[3]];
  expect(idsOf(await list(host, "first: 100"))).toEqual(hosted);
  expect(idsOf(await list(admin, `filter: { hostId: "${host.accountId}" }`))).toEqual(hosted);
  expect(idsOf(await list(host, `filter: { hostId: "${colleague.accountId}" }`))).toEqual([]);
  expect(idsOf(await list(admin, `filter: { states: [CANCELLED] }`))).toEqual([]);
  const between = `filter: { startsAfter: "2027-02-02T09:00:00Z", startsBefore: "2027-02-02T11:00:00Z" }`;
  expect(idsOf(await list(admin, between))).toEqual([ids[1], ids[2]]);
  expect(await list(anonymous, "first: 1")).toBeNull();
  expect(await list(account(newId(), "OWNER"), "first: 1")).toBeNull();

  for (const args of [`after: "forged"`, `first: 0`, `first: 101`]) {
    const field = `bookings(${args}) { nodes { id } }`;
    const of = [{ __typename: "Organization", id: organizationId }];
    const answer = await scheduling.ask(admin, {
      query: organizationQuery(field),
      variables: { of },
    });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
  }
  const hours = async (caller: Caller) =>
    (
      await organization(scheduling, caller, {
        id: organizationId,
        field: "schedules { nodes { id } }",
      })
    ).schedules;
  expect(idsOf(await hours(admin))).toEqual([theirs, scheduleId]);
  expect(idsOf(await hours(host))).toEqual([scheduleId]);
  expect(await hours(anonymous)).toBeNull();
  const types = { id: organizationId, field: "meetingTypes { nodes { id } }" };
  expect(idsOf((await organization(scheduling, anonymous, types)).meetingTypes)).toEqual([
    other.id,
    meetingTypeId,
  ]);
});

test("bookings are listed in the order in which they begin, of one meeting type if that is asked", async () => {
  const offer = await offerMeeting(scheduling);
  const { organizationId, host, meetingTypeId, scheduleId } = offer;
  const other = await createMeetingType(scheduling, host, { organizationId, scheduleId });
  const bookAt = async (id: string, hour: number) => {
    const startAt = `2027-02-02T${String(hour).padStart(2, "0")}:00:00Z`;
    const answer = await book(scheduling, { meetingTypeId: id, startAt });
    return answer.data.bookMeeting.booking.id as string;
  };
  const ten = await bookAt(meetingTypeId, 10);
  const eight = await bookAt(other.id, 8);
  const nine = await bookAt(meetingTypeId, 9);
  const field = (args: string) => `bookings(${args}) { nodes { id } pageInfo { endCursor } }`;
  const list = async (args: string) => {
    const asked = { id: organizationId, field: field(args) };
    const { bookings } = await organization(scheduling, host, asked);
    return { ids: bookings.nodes.map(({ id }: { id: string }) => id), ...bookings.pageInfo };
  };
  expect((await list("orderBy: START")).ids).toEqual([eight, nine, ten]);
  expect((await list("orderBy: START_LATEST")).ids).toEqual([ten, nine, eight]);
  expect((await list("first: 9")).ids).toEqual([nine, eight, ten]);
  const ofOne = `filter: { meetingTypeId: "${meetingTypeId}" }, orderBy: START`;
  expect((await list(ofOne)).ids).toEqual([nine, ten]);

  const { ids, endCursor } = await list("first: 2, orderBy: START");
  expect(ids).toEqual([eight, nine]);
  expect((await list(`orderBy: START, after: "${endCursor}"`)).ids).toEqual([ten]);
  const [latest] = [await list("first: 1, orderBy: START_LATEST")];
  expect((await list(`orderBy: START_LATEST, after: "${latest.endCursor}"`)).ids).toEqual([
    nine,
    eight,
  ]);
  const query = organizationQuery(field(`after: "${endCursor}"`));
  const of = [{ __typename: "Organization", id: organizationId }];
  const answer = await scheduling.ask(host, { query, variables: { of } });
  expect(problemsOf(answer)).toEqual(["after INVALID_CURSOR"]);
});

test("what billing tells of a plan holds from then on", async () => {
  const { organizationId, host, scheduleId } = await offerMeeting(scheduling);
  const make = (slug: string) => {
    const input = { organizationId, scheduleId, slug, title: "T", durationsMinutes: [30] };
    return scheduling.ask(host, { query: createMeetingTypeQuery, variables: { input } });
  };
  expect([codeOf(await make("one")), codeOf(await make("two"))]).toEqual([null, null]);
  const refused = await make("three");
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: "PLAN_LIMIT_REACHED",
    activeMeetingTypes: 3,
  });

  const billing = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("billing"),
    name: "billing",
    log: createLogger("test", { level: "silent" }),
  });
  const tell = async (activeMeetingTypes: number | null) =>
    tellEvent(await billing.connection(), {
      id: newId(),
      definition: EntitlementsChanged,
      aggregateId: organizationId,
      organizationId,
      data: {
        organizationId,
        plan: activeMeetingTypes === null ? "PRO" : "FREE",
        activeMeetingTypes,
      },
    });
  await tell(null);
  await eventually(async () => codeOf(await make("three")) === null);
  await billing.stop();

  // Switching one off makes room for none where a plan has no limit, and back on it counts again.
  const off = await make("four");
  const meetingTypeId = off.data.createMeetingType.id;
  expect(
    (await updateMeetingType(scheduling, host, { meetingTypeId, isActive: false })).data
      .updateMeetingType.isActive,
  ).toBe(false);
  expect(
    (await updateMeetingType(scheduling, host, { meetingTypeId, isActive: true })).data
      .updateMeetingType.isActive,
  ).toBe(true);
});
