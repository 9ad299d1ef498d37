import { anonymous, newId, type Caller } from "@tidbok/domain";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  createMeetingType,
  createSchedule,
  offerMeeting,
  organization,
  organizationQuery,
} from "./support/operations.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
const asked: { text: string; values: unknown[] }[] = [];
beforeAll(async () => {
  scheduling = await startScheduling();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args as [string | { text: string; values: unknown[] }, unknown[]];
    asked.push(typeof first === "string" ? { text: first, values } : first);
    return (query as (...args: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
});
beforeEach(() => {
  scheduling.clock.now = monday;
});
afterAll(() => scheduling.stop());

const hour = 60 * 60_000;
const figures = `bookings pending confirmed completed declined cancelled cancelledByAttendee noShows noShowRate
  bookedMinutes leadMinutesMedian leadMinutesP90`;
const none = {
  bookings: 0,
  pending: 0,
  confirmed: 0,
  completed: 0,
  declined: 0,
  cancelled: 0,
  cancelledByAttendee: 0,
  noShows: 0,
  noShowRate: null,
  bookedMinutes: 0,
  leadMinutesMedian: null,
  leadMinutesP90: null,
};

function fieldOf(args: Record<string, string> = {}): string {
  const all = { from: '"2027-02-01"', to: '"2027-02-28"', timeZone: '"Europe/Stockholm"', ...args };
  const list = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `bookingStatistics(${list.join(", ")}) {
    total { ${figures} } groups { week host { id } meetingType { title } figures { bookings } } }`;
}

async function statistics(caller: Caller, id: string, args: Record<string, string> = {}) {
  return (await organization(scheduling, caller, { id, field: fieldOf(args) })).bookingStatistics;
}

function bookAt(meetingTypeId: string, startAt: string) {
  return book(scheduling, { meetingTypeId, startAt: `2027-02-${startAt}:00Z` });
}

test("a host reads how many bookings there are in which state, how early they are made, and how many nobody came to", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  expect(await statistics(host, organizationId)).toEqual({ total: none, groups: [] });
  const one = attendeeOf(await bookAt(meetingTypeId, "01T09:00"));
  await bookAt(meetingTypeId, "01T10:00");
  const three = attendeeOf(await bookAt(meetingTypeId, "01T11:00"));
  const four = attendeeOf(await bookAt(meetingTypeId, "02T09:00"));
  await bookAt(meetingTypeId, "03T09:00");
  await scheduling.data(three, cancelQuery, { input: { bookingId: three.bookingId } });
  await scheduling.data(host, cancelQuery, { input: { bookingId: four.bookingId } });
  scheduling.clock.now = monday + 8 * hour;
  const missed = `mutation ($input: RecordNoShowInput!) { recordNoShow(input: $input) { id } }`;
  await scheduling.data(host, missed, { input: { bookingId: one.bookingId } });

  const { total } = await statistics(host, organizationId);
  // Booked at 06:00Z: 3, 4, 5, 27 and 51 hours before.
  expect(total).toEqual({
    ...none,
    bookings: 5,
    confirmed: 1,
    completed: 1,
    noShows: 1,
    noShowRate: 0.5,
    cancelled: 2,
    cancelledByAttendee: 1,
    bookedMinutes: 90,
    leadMinutesMedian: 300,
    leadMinutesP90: 51 * 60,
  });
  expect(await statistics(account(organizationId, "OWNER"), organizationId)).toMatchObject({
    total,
  });
});

test("a member reads figures of what they host, and nobody else reads any; nor who asks for research", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  await bookAt(meetingTypeId, "02T09:00");
  const member = account(organizationId, "MEMBER");
  expect((await statistics(member, organizationId)).total).toEqual(none);
  const aboutHost = { hostId: `"${host.accountId}"` };
  expect((await statistics(member, organizationId, aboutHost)).total.bookings).toBe(0);
  const app: Caller = {
    kind: "client",
    clientId: newId(),
    accountId: host.accountId,
    memberships: host.memberships,
    scopes: ["bookings:read"],
    purpose: "provide.integrate",
  };
  expect((await statistics(app, organizationId)).total.bookings).toBe(1);
  const others: Caller[] = [
    anonymous,
    account(newId(), "OWNER"),
    { ...host, purpose: "research" },
    { ...app, purpose: "research" },
    { ...app, accountId: null, memberships: [] },
    { kind: "service", service: "billing", purpose: "provide.bill" },
  ];
  for (const caller of others) expect(await statistics(caller, organizationId)).toBeNull();
  const bare = await scheduling.ask(
    { ...app, scopes: [] },
    {
      query: organizationQuery(fieldOf()),
      variables: { of: [{ __typename: "Organization", id: organizationId }] },
    },
  );
  expect(codeOf(bare)).toBe("FORBIDDEN");
});

test("figures are told apart by meeting type and by host, and what several host counts once in the total", async () => {
  const { organizationId, host, meetingTypeId, scheduleId } = await offerMeeting(scheduling);
  const colleague = account(organizationId, "MEMBER");
  const theirs = await createSchedule(scheduling, colleague, { organizationId });
  const admin = account(organizationId, "ADMIN");
  const both = await createMeetingType(scheduling, admin, {
    organizationId,
    title: "Together",
    mode: "COLLECTIVE",
    hosts: [
      { accountId: host.accountId, scheduleId },
      { accountId: colleague.accountId, scheduleId: theirs },
    ],
  });
  await bookAt(meetingTypeId, "02T09:00");
  await bookAt(meetingTypeId, "02T10:00");
  await bookAt(both.id, "02T11:00");
  const groupsOf = async (caller: Caller, by: string) => {
    const { total, groups } = await statistics(caller, organizationId, { by });
    return [total.bookings, groups];
  };
  const shown = (given: object, bookings: number) => ({
    week: null,
    host: null,
    meetingType: null,
    ...given,
    figures: { bookings },
  });
  const ids = (caller: { accountId: string }) => ({ host: { id: caller.accountId } });
  expect(await groupsOf(admin, "MEETING_TYPE")).toEqual([
    3,
    [
      shown({ meetingType: { title: "A first talk" } }, 2),
      shown({ meetingType: { title: "Together" } }, 1),
    ],
  ]);
  expect(await groupsOf(admin, "HOST")).toEqual([
    3,
    [shown(ids(host), 3), shown(ids(colleague), 1)],
  ]);
  expect(await groupsOf(colleague, "HOST")).toEqual([1, [shown(ids(colleague), 1)]]);
  const about = { hostId: `"${colleague.accountId}"` };
  expect((await statistics(admin, organizationId, about)).total.bookings).toBe(1);
});

test("weeks begin on the Mondays of the zone that is asked for, also over a change of clocks", async () => {
  const always = { weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "24:00" }] };
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling, {
    schedule: always,
    meetingType: { horizonDays: 90 },
  });
  // In Stockholm clocks are set forward on Sunday, 2027-03-28: its last half hour is at 21:30Z.
  for (const startAt of [
    "2027-03-21T22:30:00Z",
    "2027-03-21T23:00:00Z",
    "2027-03-28T21:30:00Z",
    "2027-03-28T22:00:00Z",
  ]) {
    expect(codeOf(await book(scheduling, { meetingTypeId, startAt }))).toBeNull();
  }
  const weeksIn = async (timeZone: string) => {
    const args = {
      from: '"2027-03-15"',
      to: '"2027-04-04"',
      timeZone: `"${timeZone}"`,
      by: "WEEK",
    };
    const { groups } = await statistics(host, organizationId, args);
    return Object.fromEntries(
      groups.map(({ week, figures }: { week: string; figures: { bookings: number } }) => [
        week,
        figures.bookings,
      ]),
    );
  };
  expect(await weeksIn("Europe/Stockholm")).toEqual({
    "2027-03-15": 1,
    "2027-03-22": 2,
    "2027-03-29": 1,
  });
  expect(await weeksIn("America/New_York")).toEqual({ "2027-03-15": 2, "2027-03-22": 2 });
  const from = {
    from: '"2027-03-24"',
    to: '"2027-03-28"',
    timeZone: '"Europe/Stockholm"',
    by: "WEEK",
  };
  expect((await statistics(host, organizationId, from)).groups).toMatchObject([
    { week: "2027-03-22", figures: { bookings: 1 } },
  ]);
});

test.each([
  [{ to: '"2028-02-02"' }, "WINDOW_TOO_LONG"],
  [{ to: '"2027-01-31"' }, "to END_BEFORE_START"],
  [{ from: '"1969-12-31"' }, " OUT_OF_RANGE"],
  [{ timeZone: '"Mars/Olympus"' }, "timeZone UNKNOWN_TIME_ZONE"],
  [{ timeZone: '"+02:00"' }, "timeZone UNKNOWN_TIME_ZONE"],
  [{ hostId: '"x"' }, "hostId WRONG_FORMAT"],
])("%j is refused with %s", async (args, problem) => {
  const { organizationId, host } = await offerMeeting(scheduling);
  const of = [{ __typename: "Organization", id: organizationId }];
  const query = organizationQuery(fieldOf(args as Record<string, string>));
  const answer = await scheduling.ask(host, { query, variables: { of } });
  expect([codeOf(answer), ...problemsOf(answer)]).toContain(problem);
  const longest = await statistics(host, organizationId, { to: '"2028-02-01"' });
  expect(longest.total).toEqual(none);
});

test("an answer takes one statement, which looks at the organization's bookings of the window alone", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  // Twenty thousand of other organizations and other years.
  await scheduling.sql(
    `INSERT INTO booking (id, organization_id, meeting_type_id, state, start_at, end_at, sequence, location_kind, created_at)
     SELECT gen_random_uuid(), CASE WHEN n % 2 = 0 THEN $1::uuid ELSE gen_random_uuid() END, $2, 'CONFIRMED', at, at + interval '30 minutes', 0, 'ONLINE', at - interval '1 day'
     FROM generate_series(1, 20000) n, LATERAL (SELECT timestamptz '2030-01-01' + n * interval '1 hour' AS at) t`,
    [organizationId, meetingTypeId],
  );
  await scheduling.sql("ANALYZE booking");
  await bookAt(meetingTypeId, "02T09:00");
  for (const by of ["null", "MEETING_TYPE", "HOST", "WEEK"]) {
    asked.length = 0;
    expect((await statistics(host, organizationId, { by })).total.bookings).toBe(1);
    // With `meetingType` one more, for all groups together.
    expect(asked).toHaveLength(by === "MEETING_TYPE" ? 2 : 1);
    const [{ text, values } = { text: "", values: [] }] = asked;
    const plan = await scheduling.sql(`EXPLAIN ${text}`, values);
    const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(lines).toContain("booking_start");
    expect(lines).not.toMatch(/Seq Scan on (booking|reservation)/);
  }
});
