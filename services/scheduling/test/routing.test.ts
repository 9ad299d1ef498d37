import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { book, updateMeetingType } from "./support/operations.ts";
import { openRoutingPlace, questions } from "./support/routing-place.ts";
import {
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let place: Awaited<ReturnType<typeof openRoutingPlace>>;
const startAt = "2027-02-02T08:00:00Z";

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(async () => {
  scheduling.clock.now = monday;
  place = await openRoutingPlace(scheduling);
});
afterAll(() => scheduling.stop());

const routeQuery = `mutation ($input: RouteInput!) { route(input: $input) { routeToken meetingType { id hosts { account { id } group }
  slots(from: "2027-02-02", to: "2027-02-02", timeZone: "UTC") { slots { startAt } } } } }`;
const slotsQuery = `query ($id: ID!, $routeToken: String) { meetingType(id: $id) {
  nextAvailable(timeZone: "UTC", routeToken: $routeToken) { startAt }
  slots(from: "2027-02-02", to: "2027-02-02", timeZone: "UTC", routeToken: $routeToken) { slots { startAt } } } }`;

async function route(routingFormId: string, answers: readonly object[]) {
  const input = { routingFormId, answers };
  return (await scheduling.data(anonymous, routeQuery, { input })).route;
}

const size = (number: number) => ({ questionKey: "size", number });

test("answers lead to a meeting type, and to a group of its hosts by a token", async () => {
  const id = await place.makeForm();
  const problem = { questionKey: "about", text: "a problem" };
  expect(await route(id, [size(70), problem])).toMatchObject({
    routeToken: null,
    meetingType: { id: place.support },
  });
  const large = await route(id, [size(51)]);
  expect(large.meetingType.id).toBe(place.sales);
  const hosts = large.meetingType.hosts.map((host: { account: { id: string } }) => host.account.id);
  expect(hosts.sort()).toEqual([...place.hostsOf("large"), ...place.hostsOf(null)].sort());
  // Which group it is, is for members.
  expect(large.meetingType.hosts[0].group).toBeNull();
  const small = await route(id, [size(50)]);
  expect(small.meetingType.hosts).toHaveLength(2);
  expect(small.routeToken).not.toBe(large.routeToken);
});

test("whoever was led to a group meets one of its hosts, and sees its times only", async () => {
  const { sales: meetingTypeId } = place;
  const { routeToken, meetingType } = await route(await place.makeForm(), [size(3)]);
  const [small] = place.hostsOf("small");
  expect(meetingType.slots[0].slots[0].startAt).toBe("2027-02-02T08:00:00.000Z");
  const booked = await book(scheduling, { meetingTypeId, startAt, routeToken });
  const [row] = await scheduling.sql(
    "SELECT array_agg(host_id::text ORDER BY position) AS hosts FROM reservation WHERE booking_id = $1",
    [booked.data.bookMeeting.booking.id],
  );
  expect([...row.hosts].sort()).toEqual([...place.hostsOf(null), small].sort());
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt, routeToken }))).toBe("SLOT_TAKEN");
  // The host of the group is busy until half past eight, and nobody takes her place.
  const { meetingType: left } = await scheduling.data(anonymous, slotsQuery, {
    id: meetingTypeId,
    routeToken,
  });
  expect(left.slots[0].slots[0].startAt).toBe("2027-02-02T08:30:00.000Z");
  expect(left.nextAvailable.startAt).toBe("2027-02-01T08:00:00.000Z");
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const input = { meetingTypeId, startAt: "2027-02-02T09:00:00Z", routeToken };
  const { holdSlot } = await scheduling.data(anonymous, hold, { input });
  const held = await scheduling.sql("SELECT host_id::text FROM reservation WHERE hold_id = $1", [
    holdSlot.id,
  ]);
  expect(held.map(({ host_id }) => host_id).sort()).toEqual([...place.hostsOf(null), small].sort());
});

test("a token is good for a day, for its meeting type, and as long as there is such a group", async () => {
  const { sales: id, support, admin } = place;
  const { routeToken } = await route(await place.makeForm(), [size(3)]);
  const ask = async (variables: Record<string, unknown>) =>
    codeOf(await scheduling.ask(anonymous, { query: slotsQuery, variables }));
  expect(await ask({ id, routeToken })).toBeNull();
  expect(await ask({ id: support, routeToken })).toBe("ROUTE_INVALID");
  expect(await ask({ id, routeToken: `${routeToken.slice(0, -2)}AA` })).toBe("ROUTE_INVALID");
  expect(await ask({ id, routeToken: "large" })).toBe("ROUTE_INVALID");
  const booking = { meetingTypeId: support, startAt, routeToken };
  expect(codeOf(await book(scheduling, booking))).toBe("ROUTE_INVALID");
  scheduling.clock.now = monday + 24 * 60 * 60_000 - 1;
  expect(await ask({ id, routeToken })).toBeNull();
  scheduling.clock.now = monday + 24 * 60 * 60_000;
  expect(await ask({ id, routeToken })).toBe("ROUTE_INVALID");
  scheduling.clock.now = monday;
  await scheduling.sql(
    "UPDATE meeting_type_host SET host_group = 'tiny' WHERE host_group = 'small'",
  );
  expect(await ask({ id, routeToken })).toBe("ROUTE_INVALID");
  expect(
    codeOf(await updateMeetingType(scheduling, admin, { meetingTypeId: id, isActive: true })),
  ).toBeNull();
});

test("a target that strangers cannot book any more is passed over, and no answer leads to nothing without a word", async () => {
  const id = await place.makeForm();
  const problem = [size(70), { questionKey: "about", text: "a problem" }];
  await updateMeetingType(scheduling, place.admin, {
    meetingTypeId: place.support,
    visibility: "LINK_ONLY",
  });
  expect((await route(id, problem)).meetingType.id).toBe(place.sales);
  await updateMeetingType(scheduling, place.admin, { meetingTypeId: place.sales, isActive: false });
  expect(await route(id, problem)).toBeNull();
  const input = { routingFormId: newId(), answers: [] };
  const never = await scheduling.ask(anonymous, { query: routeQuery, variables: { input } });
  expect(codeOf(never)).toBe("NOT_FOUND");
});

test("what somebody answers is kept nowhere, whether they book or not", async () => {
  const word = "Quillfeatherology";
  const id = await place.makeForm({
    questions: [...questions, { key: "topic", kind: "TEXT", label: "Which topic?" }],
  });
  const { routeToken } = await route(id, [size(3), { questionKey: "topic", text: word }]);
  await book(scheduling, { meetingTypeId: place.sales, startAt, routeToken });
  const tables = await scheduling.sql(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const found = await scheduling.sql(`SELECT 1 FROM "${name}" AS t WHERE t::text ILIKE $1`, [
      `%${word}%`,
    ]);
    expect([name, found]).toEqual([name, []]);
  }
});

test("answers are checked by the kind of their question, all at once", async () => {
  const id = await place.makeForm();
  const answers = [
    { questionKey: "size", text: "many" },
    { questionKey: "about", text: "tea" },
    { questionKey: "about", text: "buying" },
    { questionKey: "age", number: 36 },
  ];
  const ask = (given: readonly object[]) => {
    const input = { routingFormId: id, answers: given };
    return scheduling.ask(anonymous, { query: routeQuery, variables: { input } });
  };
  expect(problemsOf(await ask(answers))).toEqual([
    "answers.2.questionKey REPEATED",
    "answers.3.questionKey UNKNOWN_QUESTION",
    "answers.0 WRONG_TYPE",
    "answers.1 NOT_OFFERED",
  ]);
  expect(problemsOf(await ask([]))).toEqual(["answers REQUIRED"]);
  expect(JSON.stringify(await ask(answers))).not.toContain("tea");
});
