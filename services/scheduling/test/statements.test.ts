import { anonymous } from "@tidbok/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, createSchedule, offerMeeting, slotsQuery } from "./support/operations.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let statements: string[] = [];

beforeAll(async () => {
  scheduling = await startScheduling();
  // Every statement of the process, of both its databases, passes here on its way.
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    statements.push(typeof first === "string" ? first : (first as { text: string }).text);
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
});
afterAll(() => scheduling.stop());

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  statements = [];
  await work();
  return statements.length;
}

test("a slots query takes three statements, for one meeting type or for three", async () => {
  const { organizationId, host, scheduleId, meetingTypeId, meetingType } =
    await offerMeeting(scheduling);
  const dates = { from: "2027-02-02", to: "2027-03-03", timeZone: "UTC" };
  const one = () => scheduling.data(anonymous, slotsQuery, { id: meetingTypeId, ...dates });
  expect(await statementsOf(one)).toBe(3);

  const next = `query ($id: ID!) { meetingType(id: $id) { nextAvailable(timeZone: "UTC") { startAt } } }`;
  expect(await statementsOf(() => scheduling.data(anonymous, next, { id: meetingTypeId }))).toBe(3);

  const slots = `slots(from: "2027-02-02", to: "2027-03-03", timeZone: "UTC") { date }`;
  const query = (field: string) =>
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { ${field} } } }`;
  const of = [{ __typename: "Organization", id: organizationId }];
  const bySlug = () =>
    scheduling.data(anonymous, query(`meetingType(slug: "${meetingType.slug}") { ${slots} }`), {
      of,
    });
  expect(await statementsOf(bySlug)).toBe(3);

  for (const slug of ["two", "three"]) {
    const input = { organizationId, scheduleId, slug, title: "T", durationsMinutes: [30] };
    const make = `mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }`;
    await scheduling.data(host, make, { input });
  }
  const all = () =>
    scheduling.data(anonymous, query(`meetingTypes { nodes { ${slots} } }`), { of });
  expect(await statementsOf(all)).toBe(3);
});

test("a page of bookings with all about their attendees takes as many statements as one booking", async () => {
  const { organizationId, host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { questions: [{ kind: "TEXT", label: "?" }] },
  });
  const answers = [{ questionId: meetingType.questions[0].id, text: "x" }];
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
    bookings(first: 100) { nodes { id meetingType { title } attendees { name email answers { text question { label } } } } } } } }`;
  const of = [{ __typename: "Organization", id: organizationId }];
  const list = () => scheduling.data(host, query, { of });
  await book(scheduling, { meetingTypeId, answers, startAt: "2027-02-02T08:00:00Z" });
  const one = await statementsOf(list);
  for (let minutes = 30; minutes < 480; minutes += 30) {
    const startAt = new Date(Date.parse("2027-02-02T08:00:00Z") + minutes * 60_000).toISOString();
    await book(scheduling, { meetingTypeId, answers, startAt });
  }
  expect(await statementsOf(list)).toBe(one);
  expect(one).toBeLessThanOrEqual(6);

  // An admin of whom all of it is withheld costs no look-up of attendees, and is told each thing once.
  // One of them asks whether the organization lets its admins see who attends.
  const admin = account(organizationId, "ADMIN");
  const hidden = await statementsOf(() => scheduling.data(admin, query, { of }));
  expect(hidden).toBe(3);
  const { extensions } = await scheduling.ask(admin, { query, variables: { of } });
  const withheld = extensions?.["withheld"] as { coordinate: string }[];
  expect(withheld.map(({ coordinate }) => coordinate).sort()).toEqual([
    "Attendee.answers",
    "Attendee.email",
    "Attendee.name",
  ]);
});

test("whoever stands in for a host costs no statement more", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const colleague = account(organizationId, "MEMBER");
  await createSchedule(scheduling, colleague, { organizationId });
  const make = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const away = { startsOn: "2027-02-03", endsOn: "2027-02-04", standInId: colleague.accountId };
  await scheduling.data(host, make, { input: { organizationId, ...away } });
  const dates = { from: "2027-02-02", to: "2027-03-03", timeZone: "UTC" };
  const slots = () => scheduling.data(anonymous, slotsQuery, { id: meetingTypeId, ...dates });
  expect(await statementsOf(slots)).toBe(3);
});
