import { anonymous, newId, type Caller, type Scope } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offerMeeting } from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

// Where a host will be is the host's business, and that of the organization's admins.
const weekly = [{ days: [2], start: "09:00", end: "17:00" }];
const hidden = {
  overrides: [{ date: "2027-12-24", windows: [] }],
  travel: [{ from: "2027-02-03", to: "2027-02-04", timeZone: "America/New_York" }],
  holidayCountry: "SE",
};
const fields = `id name timeZone weekly { days start end } overrides { date windows { start } }
  travel { from to timeZone } holidayCountry holidays(year: 2027) { name } problems { code }`;
const nothing = {
  name: null,
  overrides: null,
  travel: null,
  holidayCountry: null,
  holidays: null,
  problems: null,
};

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
beforeAll(async () => {
  scheduling = await startScheduling();
  offer = await offerMeeting(scheduling, { schedule: { name: "Before Paris", weekly, ...hidden } });
});
afterAll(() => scheduling.stop());

const scheduleFor = async (caller: Caller) => {
  const query = `query ($id: ID!) { meetingType(id: $id) { hosts { schedule { ${fields} } } } }`;
  const { meetingType } = await scheduling.data(caller, query, { id: offer.meetingTypeId });
  return meetingType.hosts[0].schedule;
};
const member = () => account(offer.organizationId, "MEMBER");
const admin = () => account(offer.organizationId, "ADMIN");
const appOf = (
  { accountId, memberships }: ReturnType<typeof member>,
  scopes: readonly Scope[],
): Caller => ({
  kind: "client",
  clientId: newId(),
  accountId,
  memberships,
  scopes,
  purpose: "provide.integrate",
});

test("the host and admins see all of a schedule, colleagues the hours of the week, visitors nothing", async () => {
  const own = await scheduleFor(offer.host);
  expect(own).toMatchObject({ name: "Before Paris", weekly, travel: hidden.travel, problems: [] });
  expect(own.holidays).not.toEqual([]);
  expect(await scheduleFor(admin())).toEqual(own);
  const { id, timeZone } = own;
  expect(await scheduleFor(member())).toEqual({ id, timeZone, weekly, ...nothing });
  expect(await scheduleFor(anonymous)).toBeNull();
});

test("an app sees no more than its person, and dates only with a scope of their own", async () => {
  const own = await scheduleFor(offer.host);
  const both: readonly Scope[] = ["availability:read", "whereabouts:read"];
  expect(await scheduleFor(appOf(admin(), both))).toEqual(own);
  const { id, timeZone } = own;
  const weekOnly = { id, timeZone, weekly, ...nothing };
  expect(await scheduleFor(appOf(admin(), ["availability:read"]))).toEqual(weekOnly);
  expect(await scheduleFor(appOf(member(), both))).toEqual(weekOnly);
});

test("dates of an absence and blocked time are for the host and admins", async () => {
  const { organizationId, host } = offer;
  const days = { startsOn: "2027-03-01", endsOn: "2027-03-02" };
  const times = { startAt: "2027-03-09T09:00:00.000Z", endAt: "2027-03-09T10:00:00.000Z" };
  const absence = { organizationId, ...days };
  const blocked = { organizationId, ...times, idempotencyKey: newId() };
  const made = await scheduling.data(
    host,
    `mutation ($absence: CreateAbsenceInput!, $blocked: BlockTimeInput!) {
      createAbsence(input: $absence) { startsOn endsOn } blockTime(input: $blocked) { startAt endAt } }`,
    { absence, blocked },
  );
  expect(made).toEqual({ createAbsence: days, blockTime: times });
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Organization", id: $id }]) {
    ... on Organization { absences { nodes { startsOn endsOn } } blockedTimes { nodes { startAt endAt } } } } }`;
  const listed = async (caller: Caller) => {
    const answer = await scheduling.ask(caller, { query, variables: { id: organizationId } });
    expect(codeOf(answer)).toBeNull();
    return answer.data._entities[0];
  };
  const all = { absences: { nodes: [days] }, blockedTimes: { nodes: [times] } };
  expect(await listed(host)).toEqual(all);
  expect(await listed(admin())).toEqual(all);
  const none = { absences: { nodes: [] }, blockedTimes: { nodes: [] } };
  expect(await listed(member())).toEqual(none);
});

test("the name of a feed is for its owner, and the gateway finds the feed without it", async () => {
  const query = `mutation { createCalendarFeed(input: { name: "Phone of Ada" }) { url feed { name } } }`;
  const { createCalendarFeed } = await scheduling.data(offer.host, query);
  expect(createCalendarFeed.feed.name).toBe("Phone of Ada");
  const secret = /([\w-]+)\.ics$/.exec(createCalendarFeed.url as string)?.[1];
  const gateway = { kind: "service", service: "gateway", purpose: "security" } as const;
  const found = await scheduling.data(
    gateway,
    `query ($secret: String!) { calendarFeedCaller(input: { secret: $secret }) { accountId feed { name } } }`,
    { secret },
  );
  expect(found.calendarFeedCaller).toEqual({
    accountId: offer.host.accountId,
    feed: { name: null },
  });
});
