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
  slotsQuery,
  starts,
} from "./operations.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./start-scheduling.ts";

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

const updateQuery = `mutation ($input: UpdateMeetingTypeInput!) {
  updateMeetingType(input: $input) { id slug title isActive noticeMinutes questions { id label } }
}`;

function update(caller: Caller, input: Record<string, unknown>) {
  return scheduling.ask(caller, { query: updateQuery, variables: { input } });
}

const organizationQuery = (field: string) =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { ${field} } } }`;

async function organization(caller: Caller, asked: { id: string; field: string }) {
  const of = [{ __typename: "Organization", id: asked.id }];
  return (await scheduling.data(caller, organizationQuery(asked.field), { of }))._entities[0];
}

test("a booking page is found by its address, and an inactive one by members only", async () => {
  const { organizationId, host, meetingType } = await offerMeeting(scheduling);
  const field = `meetingType(slug: "${meetingType.slug}") { id title hosts { account { id } weight schedule { name } } location { kind text } }`;
  const asked = { id: organizationId, field };
  const page = (await organization(anonymous, asked)).meetingType;
  expect(page).toMatchObject({ title: "A first talk", hosts: [{ weight: null, schedule: null }] });
  const seen = (await organization(host, asked)).meetingType;
  expect(seen.hosts).toMatchObject([{ weight: 100, schedule: { name: "Working hours" } }]);
  await update(host, { meetingTypeId: meetingType.id, isActive: false });
  expect((await organization(anonymous, asked)).meetingType).toBeNull();
  expect((await organization(host, asked)).meetingType.id).toBe(meetingType.id);
  const input = { meetingTypeId: meetingType.id, startAt: "2027-02-02T08:00:00Z" };
  expect(codeOf(await book(scheduling, input))).toBe("MEETING_TYPE_INACTIVE");
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const held = await scheduling.ask(anonymous, { query: hold, variables: { input } });
  expect(codeOf(held)).toBe("MEETING_TYPE_INACTIVE");
});

test("the address of a meeting room is for members and for those who booked", async () => {
  const text = "https://meet.example/secret-room";
  const { organizationId, host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { location: { kind: "ONLINE", text } },
  });
  const asked = {
    id: organizationId,
    field: `meetingType(slug: "${meetingType.slug}") { location { text } }`,
  };
  expect((await organization(anonymous, asked)).meetingType.location.text).toBeNull();
  expect((await organization(host, asked)).meetingType.location.text).toBe(text);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const { booking } = await scheduling.data(
    host,
    `query ($id: ID!) { booking(id: $id) { location { text } } }`,
    {
      id: booked.data.bookMeeting.booking.id,
    },
  );
  expect(booking.location.text).toBe(text);
});

test("where the host calls, a telephone number is needed", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { location: { kind: "HOST_CALLS" } },
  });
  const answer = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  expect(problemsOf(answer)).toEqual(["attendee.phone REQUIRED"]);
});

test("an address is taken once in an organization, and free in another", async () => {
  const { organizationId, host, scheduleId, meetingType } = await offerMeeting(scheduling);
  const input = {
    ...{ organizationId, scheduleId, slug: meetingType.slug },
    ...{ title: "T", durationsMinutes: [30] },
  };
  const again = await scheduling.ask(host, { query: createMeetingTypeQuery, variables: { input } });
  expect(codeOf(again)).toBe("SLUG_TAKEN");
  const other = await createMeetingType(scheduling, host, { ...input, slug: "another" });
  expect(codeOf(await update(host, { meetingTypeId: other.id, slug: meetingType.slug }))).toBe(
    "SLUG_TAKEN",
  );
  await offerMeeting(scheduling, { meetingType: { slug: meetingType.slug } });
});

test("a change changes what it names; questions that are kept keep their answers", async () => {
  const { host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { questions: ["First?", "Second?"].map((label) => ({ kind: "TEXT", label })) },
  });
  const [first, second] = meetingType.questions;
  const booked = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    answers: [first, second].map(({ id }: { id: string }) => ({
      questionId: id,
      text: `to ${id}`,
    })),
  });
  const changed = await update(host, {
    ...{ meetingTypeId, title: "A second talk", noticeMinutes: 30, slug: null },
    questions: [
      { id: second.id, kind: "TEXT", label: "Second, really?" },
      { kind: "NUMBER", label: "How many?" },
    ],
  });
  expect(changed.data.updateMeetingType).toMatchObject({
    ...{ title: "A second talk", noticeMinutes: 30, slug: meetingType.slug },
    questions: [{ id: second.id, label: "Second, really?" }, { label: "How many?" }],
  });
  const { booking } = await scheduling.data(
    host,
    `query ($id: ID!) { booking(id: $id) { attendees { answers { text question { label } } } } }`,
    { id: booked.data.bookMeeting.booking.id },
  );
  expect(booking.attendees[0].answers).toEqual([
    { text: `to ${second.id}`, question: { label: "Second, really?" } },
    { text: `to ${first.id}`, question: { label: "First?" } },
  ]);
  const kinds = [{ id: second.id, kind: "NUMBER", label: "?" }];
  expect(problemsOf(await update(host, { meetingTypeId, questions: kinds }))).toEqual([
    "questions.0.kind FIXED",
  ]);
});

test("only its hosts and admins change a meeting type", async () => {
  const { organizationId, host, meetingTypeId: id } = await offerMeeting(scheduling);
  const input = { meetingTypeId: id, title: "Mine" };
  expect(codeOf(await update(anonymous, input))).toBe("NOT_FOUND");
  expect(codeOf(await update(account(newId(), "OWNER"), input))).toBe("NOT_FOUND");
  expect(codeOf(await update(account(organizationId, "MEMBER"), input))).toBe("FORBIDDEN");
  expect(codeOf(await update(account(organizationId, "ADMIN"), input))).toBeNull();
  expect(codeOf(await update(host, input))).toBeNull();
});

test("a schedule has nights, the midnight that ends a day, and dates of its own", async () => {
  const { host, scheduleId, meetingTypeId } = await offerMeeting(scheduling, {
    schedule: {
      weekly: [
        { days: [2], start: "22:00", end: "01:00" },
        { days: [4], start: "23:00", end: "00:00" },
      ],
      overrides: [
        { date: "2027-02-03", windows: [{ start: "09:00", end: "10:00" }] },
        { date: "2027-02-09", windows: [] },
      ],
    },
  });
  const dates = { id: meetingTypeId, from: "2027-02-01", to: "2027-02-10" };
  expect(await starts(scheduling, dates)).toEqual([
    "2027-02-02T21:00:00.000Z",
    "2027-02-02T21:30:00.000Z",
    "2027-02-02T22:00:00.000Z",
    "2027-02-02T22:30:00.000Z",
    "2027-02-02T23:00:00.000Z",
    "2027-02-02T23:30:00.000Z",
    "2027-02-03T08:00:00.000Z",
    "2027-02-03T08:30:00.000Z",
    "2027-02-04T22:00:00.000Z",
    "2027-02-04T22:30:00.000Z",
  ]);
  const query = `mutation ($input: UpdateScheduleInput!) {
    updateSchedule(input: $input) { timeZone weekly { days start end } overrides { date windows { start } } }
  }`;
  const input = {
    scheduleId,
    overrides: [],
    weekly: [{ days: [1], start: "23:00", end: "00:00" }],
  };
  const { updateSchedule } = await scheduling.data(host, query, { input });
  expect(updateSchedule).toEqual({
    timeZone: "Europe/Stockholm",
    weekly: [{ days: [1], start: "23:00", end: "24:00" }],
    overrides: [],
  });
  const stranger = await scheduling.ask(account(newId(), "OWNER"), { query, variables: { input } });
  expect(codeOf(stranger)).toBe("NOT_FOUND");
});

test("slots are grouped by the date of whoever looks, an hour that comes twice included", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    schedule: { weekly: [{ days: [7], start: "01:00", end: "04:00" }] },
    meetingType: { durationsMinutes: [60], horizonDays: 365 },
  });
  const ask = async (timeZone: string, date: string) => {
    const variables = { id: meetingTypeId, from: date, to: date, timeZone };
    return (await scheduling.data(anonymous, slotsQuery, variables)).meetingType.slots;
  };
  const [sunday] = await ask("Europe/Stockholm", "2027-10-31");
  expect(sunday.slots.map(({ localStart }: { localStart: string }) => localStart)).toEqual([
    "01:00",
    "02:00",
    "02:00",
    "03:00",
  ]);
  // In Honolulu the same four begin on Saturday.
  expect(await ask("Pacific/Honolulu", "2027-10-31")).toEqual([]);
  const [saturday] = await ask("Pacific/Honolulu", "2027-10-30");
  expect(saturday).toMatchObject({
    date: "2027-10-30",
    slots: [{ localStart: "13:00" }, {}, {}, {}],
  });
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
    return (await organization(caller, { id: organizationId, field })).bookings;
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
    (await organization(caller, { id: organizationId, field: "schedules { nodes { id } }" }))
      .schedules;
  expect(idsOf(await hours(admin))).toEqual([theirs, scheduleId]);
  expect(idsOf(await hours(host))).toEqual([scheduleId]);
  expect(await hours(anonymous)).toBeNull();
  const types = { id: organizationId, field: "meetingTypes { nodes { id } }" };
  expect(idsOf((await organization(anonymous, types)).meetingTypes)).toEqual([
    other.id,
    meetingTypeId,
  ]);
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
    (await update(host, { meetingTypeId, isActive: false })).data.updateMeetingType.isActive,
  ).toBe(false);
  expect(
    (await update(host, { meetingTypeId, isActive: true })).data.updateMeetingType.isActive,
  ).toBe(true);
});
