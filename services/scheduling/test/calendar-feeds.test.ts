import { anonymous, newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendeeOf, book, offerMeeting } from "./support/operations.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const day = 86_400_000;
const gateway: Caller = { kind: "service", service: "gateway", purpose: "security" };
const feed = "feed { id name details }";

function change(caller: Caller, mutation: string, input: object): Promise<Answer> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const isBare = mutation === "revokeCalendarFeed" || mutation === "updateCalendarFeed";
  const what = isBare ? "{ id name details }" : `{ ${feed} url }`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${what} }`;
  return scheduling.ask(caller, { query, variables: { input } });
}

async function createFeed(caller: Caller, input: object = { name: "Phone" }) {
  const { data } = await change(caller, "createCalendarFeed", input);
  const { feed: made, url } = data.createCalendarFeed;
  return { ...made, secret: secretIn(url) };
}

function secretIn(url: string): string {
  return /^http.+\/calendar\/([\w-]{43})\.ics$/.exec(url)?.[1] ?? "";
}

/** Whose feed this is, as the gateway is told. */
async function callerOf(secret: string, caller: Caller = gateway): Promise<Answer> {
  const query = `query ($secret: String!) { calendarFeedCaller(input: { secret: $secret }) {
    feed { id name details } accountId attendeeId bookingId } }`;
  return scheduling.ask(caller, { query, variables: { secret } });
}
const found = async (secret: string) => (await callerOf(secret)).data.calendarFeedCaller;

test("a host has several feeds; each address is told once, and leads to nobody once it is changed or taken away", async () => {
  const { host } = await offerMeeting(scheduling);
  const phone = await createFeed(host);
  const details = ["TITLE", "ATTENDEE_FIRST_NAME", "TITLE"];
  const family = await createFeed(host, { name: "Family", details });
  expect(phone.details).toEqual(["TITLE"]);
  expect(family.details).toEqual(["TITLE", "ATTENDEE_FIRST_NAME"]);
  expect(await found(phone.secret)).toEqual({
    feed: { id: phone.id, name: null, details: ["TITLE"] },
    accountId: host.accountId,
    attendeeId: null,
    bookingId: null,
  });
  const list = "{ calendarFeeds { id name details } }";
  const { calendarFeeds } = await scheduling.data(host, list);
  expect(calendarFeeds.map(({ name }: { name: string }) => name)).toEqual(["Phone", "Family"]);

  const rotated = await change(host, "rotateCalendarFeed", { calendarFeedId: phone.id });
  const next = secretIn(rotated.data.rotateCalendarFeed.url);
  expect(await found(phone.secret)).toBeNull();
  expect(await found(next)).toMatchObject({ feed: { id: phone.id } });

  await change(host, "revokeCalendarFeed", { calendarFeedId: phone.id });
  expect(await found(next)).toBeNull();
  expect(await found(family.secret)).not.toBeNull();
  const again = await change(host, "revokeCalendarFeed", { calendarFeedId: phone.id });
  expect(codeOf(again)).toBe("NOT_FOUND");
});

test("a feed shows what its owner wants by now, under the same address", async () => {
  const { host } = await offerMeeting(scheduling);
  const { id, secret } = await createFeed(host);
  const named = { calendarFeedId: id, name: "At home", details: [] };
  const changed = { id, name: "At home", details: [] };
  expect((await change(host, "updateCalendarFeed", named)).data.updateCalendarFeed).toEqual(
    changed,
  );
  expect(await found(secret)).toMatchObject({ feed: { ...changed, name: null } });
  const shown = { calendarFeedId: id, details: ["LOCATION"] };
  await change(host, "updateCalendarFeed", shown);
  expect(await found(secret)).toMatchObject({
    feed: { ...changed, name: null, details: ["LOCATION"] },
  });
  const empty = { calendarFeedId: id, name: "" };
  expect(problemsOf(await change(host, "updateCalendarFeed", empty))).toEqual(["name TOO_SMALL"]);
});

test("of an address nothing is kept but a keyed hash", async () => {
  const { host } = await offerMeeting(scheduling);
  const { secret } = await createFeed(host);
  const rows = await scheduling.sql("SELECT row_to_json(f)::text AS text FROM calendar_feed f");
  for (const { text } of rows) expect(text).not.toContain(secret);
  const plain = `SELECT 1 FROM calendar_feed WHERE secret_index = sha256($1)`;
  expect(await scheduling.sql(plain, [Buffer.from(secret)])).toEqual([]);
  // Letters of both cases are different letters, unlike those of an e-mail address.
  expect(await found(secret.toUpperCase())).toBeNull();
});

test("nobody touches or sees a feed of somebody else, and nobody but the gateway asks whose it is", async () => {
  const { host, organizationId } = await offerMeeting(scheduling);
  const { id, secret } = await createFeed(host);
  const others: Caller[] = [account(organizationId, "OWNER"), account(newId(), "OWNER")];
  for (const caller of others) {
    for (const mutation of ["updateCalendarFeed", "rotateCalendarFeed", "revokeCalendarFeed"]) {
      expect(codeOf(await change(caller, mutation, { calendarFeedId: id }))).toBe("NOT_FOUND");
    }
    expect((await scheduling.data(caller, "{ calendarFeeds { id } }")).calendarFeeds).toEqual([]);
  }
  expect((await scheduling.data(anonymous, "{ calendarFeeds { id } }")).calendarFeeds).toBeNull();
  expect(codeOf(await change(anonymous, "createCalendarFeed", { name: "x" }))).toBe(
    "UNAUTHENTICATED",
  );
  const service: Caller = { kind: "service", service: "integrations", purpose: "security" };
  for (const caller of [host, anonymous, service]) {
    expect(codeOf(await callerOf(secret, caller))).toBe("NOT_FOUND");
  }
  expect(await found("x".repeat(43))).toBeNull();
  expect(await found(secret)).not.toBeNull();
});

test("whoever has a manage link has a feed of this one booking, as long as the link is good", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  const attendee = attendeeOf(booked);
  const { secret } = await createFeed(attendee);
  const { attendeeId, bookingId } = attendee;
  expect(await found(secret)).toMatchObject({ accountId: null, attendeeId, bookingId });

  const names = { name: "x", details: ["ATTENDEE_FIRST_NAME"] };
  expect(problemsOf(await change(attendee, "createCalendarFeed", names))).toEqual([
    "details NOT_OFFERED",
  ]);
  scheduling.clock.now = Date.parse("2027-02-02T08:29:59Z") + 90 * day;
  expect(await found(secret)).not.toBeNull();
  scheduling.clock.now += 1_000;
  expect(await found(secret)).toBeNull();
  scheduling.clock.now = monday;
});

test("an account has 10 feeds at most and a link 3, however many are asked for at once", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:00:00Z" });
  for (const [caller, most] of [
    [host, 10],
    [attendeeOf(booked), 3],
  ] as const) {
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => change(caller, "createCalendarFeed", { name: "x" })),
    );
    const refused = answers.filter(({ errors }) => errors);
    expect(refused).toHaveLength(14 - most);
    expect(new Set(refused.flatMap(problemsOf))).toEqual(new Set(["name TOO_MANY"]));
  }
});

test.each([
  [{ name: " " }, "name TOO_SMALL"],
  [{ name: "x".repeat(61) }, "name TOO_LARGE"],
  [{ name: "a\r\nATTENDEE:b" }, "name CONTROL_CHARACTER"],
  [{ name: "x", details: ["TITLE", "TITLE", "TITLE", "TITLE"] }, "details TOO_LARGE"],
])("%j is refused as %s", async (input, problem) => {
  const { host } = await offerMeeting(scheduling);
  expect(problemsOf(await change(host, "createCalendarFeed", input))).toEqual([problem]);
});

test("the bookings that one hosts are those of the organizations that one belongs to now", async () => {
  const one = await offerMeeting(scheduling);
  const startAt = "2027-02-02T08:00:00Z";
  await book(scheduling, { meetingTypeId: one.meetingTypeId, startAt });
  const hosted = async (caller: Caller) => {
    const query = `{ hostedBookings(filter: { startsAfter: "${startAt}" }) { nodes { startAt changedAt createdAt organization { id } attendees { firstName } } } }`;
    return (await scheduling.data(caller, query)).hostedBookings;
  };
  const at = new Date(monday).toISOString();
  expect((await hosted(one.host)).nodes).toEqual([
    {
      startAt: "2027-02-02T08:00:00.000Z",
      changedAt: at,
      createdAt: at,
      organization: { id: one.organizationId },
      attendees: [{ firstName: "Ada" }],
    },
  ]);
  expect((await hosted({ ...one.host, memberships: [] })).nodes).toEqual([]);
  expect((await hosted(account(one.organizationId, "OWNER"))).nodes).toEqual([]);
  expect(await hosted(anonymous)).toBeNull();
});
