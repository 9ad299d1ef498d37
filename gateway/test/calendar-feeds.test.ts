import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { demand, refused } from "./support/ask.ts";
import { attemptAt, book, openStage, type Booked, type Stage } from "./support/bookings.ts";
import { mailTo } from "./support/mailbox.ts";
import { invite, register, type Person } from "./support/people.ts";
import { stateFolder } from "./support/running-platform.ts";
import { findInDatabases, findInFolder } from "./support/search.ts";

let stage: Stage;
let booked: Booked;
let attendee: Pick<Person, "name" | "email">;

beforeAll(async () => {
  stage = await openStage("Karl", { location: { kind: "IN_PERSON", text: "Storgatan 1, Åmål" } });
  const attempt = attemptAt(stage, stage.slots[0] ?? "");
  attendee = attempt.attendee;
  booked = await book(attempt);
});

type Feed = { readonly id: string; readonly url: string };

async function createFeed(token: string, details?: readonly string[]): Promise<Feed> {
  const { createCalendarFeed: made } = await demand({
    query: `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { feed { id } url } }`,
    variables: { input: { name: "Mein Kalender; åäö", ...(details && { details }) } },
    token,
  });
  return { id: made.feed.id, url: made.url };
}

function revoke(token: string, { id }: Feed) {
  const query = `mutation ($id: ID!) { revokeCalendarFeed(input: { calendarFeedId: $id }) { id } }`;
  return demand({ query, variables: { id }, token });
}

/** The events of a calendar, as a calendar program reads them. */
async function eventsOf({ url }: Feed): Promise<readonly ICAL.Event[]> {
  const response = await fetch(url);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
  ]);
  return parse(await response.text()).map((event) => new ICAL.Event(event));
}

function parse(text: string): readonly ICAL.Component[] {
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");
}

const gone = { status: 404, text: "There is no such calendar." };
async function answerOf(url: string) {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

test("a calendar reads the host's meetings: when and what, and nothing of who comes", async () => {
  const feed = await createFeed(stage.host.token);
  const text = await (await fetch(feed.url)).text();
  for (const secret of [attendee.name, attendee.name.split(" ")[0] ?? "", attendee.email]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toContain("Storgatan");
  expect(text).not.toContain("ATTENDEE");
  const [event] = await eventsOf(feed);
  expect(event?.summary).toBe("Introduction");
  expect(event?.uid).toBe(booked.id);
  expect(event?.startDate.toJSDate()).toEqual(new Date(booked.startAt));
  expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
});

test("a host chooses how much a feed shows, from no more than that one is busy", async () => {
  const busy = await eventsOf(await createFeed(stage.host.token, []));
  expect(busy.map(({ summary, location }) => [summary, location])).toEqual([["Busy", null]]);
  const all = await createFeed(stage.host.token, ["TITLE", "LOCATION", "ATTENDEE_FIRST_NAME"]);
  const [event] = await eventsOf(all);
  const firstName = attendee.name.split(" ")[0];
  expect(event?.summary).toBe(`Introduction: ${firstName}`);
  expect(event?.location).toBe("Storgatan 1, Åmål");
  const text = await (await fetch(all.url)).text();
  expect(text).not.toContain(attendee.name);
  expect(text).not.toContain(attendee.email);
});

test("a calendar that has the newest text is told so, and is told to ask again each time", async () => {
  const { url } = await createFeed(stage.host.token);
  const first = await fetch(url);
  expect(first.headers.get("cache-control")).toBe("no-store");
  expect(first.headers.get("referrer-policy")).toBe("no-referrer");
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]+"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const second = await fetch(url, { headers: { "if-none-match": known } });
    expect([second.status, await second.text()]).toEqual([304, ""]);
    expect(second.headers.get("etag")).toBe(etag);
  }
  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  await book(attemptAt(stage, stage.slots[3] ?? ""));
  const third = await fetch(url, { headers: { "if-none-match": etag } });
  expect(third.status).toBe(200);
});

test("a meeting that is moved and called off keeps its UID, and its SEQUENCE rises, as in the mails", async () => {
  const attempt = attemptAt(stage, stage.slots[5] ?? "");
  const { id, manageToken } = await book(attempt);
  const feed = await createFeed(stage.host.token);
  const now = async () => {
    const event = (await eventsOf(feed)).find(({ uid }) => uid === id);
    return [
      event?.sequence,
      event?.component.getFirstPropertyValue("status"),
      event?.component.getFirstPropertyValue("transp"),
    ];
  };
  expect(await now()).toEqual([0, "CONFIRMED", "OPAQUE"]);
  await demand({
    query: `mutation ($id: ID!, $at: DateTime!) { rescheduleBooking(input: { bookingId: $id, startAt: $at }) { id } }`,
    variables: { id, at: stage.slots[7] },
    token: manageToken,
  });
  expect(await now()).toEqual([1, "CONFIRMED", "OPAQUE"]);
  await demand({
    query: `mutation ($id: ID!) { cancelBooking(input: { bookingId: $id }) { id } }`,
    variables: { id },
    token: manageToken,
  });
  expect(await now()).toEqual([2, "CANCELLED", "TRANSPARENT"]);
  const mail = await mailTo(attempt.attendee.email, /^Cancelled/);
  const calendar = mail.attachments.find(({ contentType }) => contentType.includes("calendar"));
  const [mailed] = parse(String(calendar?.content));
  expect([mailed?.getFirstPropertyValue("uid"), mailed?.getFirstPropertyValue("sequence")]).toEqual(
    [id, 2],
  );
});

test("an attendee's feed has the one booking, and leads nowhere else", async () => {
  const feed = await createFeed(booked.manageToken, ["TITLE", "LOCATION"]);
  const events = await eventsOf(feed);
  expect(events.map(({ uid, summary, location }) => [uid, summary, location])).toEqual([
    [booked.id, "Introduction", "Storgatan 1, Åmål"],
  ]);
  await revoke(booked.manageToken, feed);
  expect(await answerOf(feed.url)).toEqual(gone);
});

test("an address that was taken away, one that never was and one that cannot be are one answer", async () => {
  const feed = await createFeed(stage.host.token);
  const [, origin] = /^(.+\/calendar\/)/.exec(feed.url) ?? [];
  await revoke(stage.host.token, feed);
  const headersOf = async (url: string) => {
    const { headers } = await fetch(url);
    return [...headers.keys()].sort();
  };
  const names = await headersOf(feed.url);
  for (const url of [
    feed.url,
    `${origin}${"A".repeat(43)}.ics`,
    `${origin}x.ics`,
    `${origin}${"A".repeat(43)}`,
    `${origin}${encodeURIComponent("../graphql")}`,
    `${origin}${"A".repeat(90)}.ics`,
  ]) {
    expect([url, await answerOf(url)]).toEqual([url, gone]);
    expect(await headersOf(url)).toEqual(names);
  }
});

test("whoever leaves an organization shows none of its meetings any more, and whoever is deactivated nothing", async () => {
  const member = await register("Maj");
  const { organization, host } = stage;
  await invite({ by: host, organizationId: organization.id, role: "MEMBER" }, member);
  const { createSchedule } = await demand({
    query: "mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }",
    variables: {
      input: {
        organizationId: organization.id,
        name: "Hours",
        timeZone: "UTC",
        weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: "00:00", end: "24:00" }],
      },
    },
    token: member.token,
  });
  const { createMeetingType: meetingType } = await demand({
    query: "mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }",
    variables: {
      input: {
        organizationId: organization.id,
        slug: `maj-${organization.id.slice(-8)}`,
        title: "Coffee",
        durationsMinutes: [30],
        scheduleId: createSchedule.id,
      },
    },
    token: member.token,
  });
  await book(attemptAt({ meetingType: { ...meetingType, questions: [] } }, stage.slots[1] ?? ""));
  const feed = await createFeed(member.token);
  expect((await eventsOf(feed)).map(({ summary }) => summary)).toEqual(["Coffee"]);

  await demand({
    query: `mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }`,
    variables: { input: { organizationId: organization.id, accountId: member.accountId } },
    token: host.token,
  });
  expect(await eventsOf(feed)).toEqual([]);

  await demand({
    query: "mutation { deactivateAccount { id } }",
    token: member.token,
  });
  expect(await answerOf(feed.url)).toEqual(gone);
});

test("a feed that is read without end is read no more for a while, and the others are", async () => {
  const [one, two] = [await createFeed(stage.host.token), await createFeed(stage.host.token)];
  const statuses: number[] = [];
  let wait: string | null = null;
  for (let i = 0; i < 61; i++) {
    const response = await fetch(one.url);
    statuses.push(response.status);
    wait = response.headers.get("retry-after");
    await response.arrayBuffer();
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  expect(Number(wait)).toBeGreaterThan(0);
  expect((await fetch(two.url)).status).toBe(200);
});

test("the secret of a feed lies in no database, no stream and no log", async () => {
  const { url } = await createFeed(stage.host.token);
  await fetch(url);
  await fetch(`${url}x`);
  const secret = { "the feed's secret": /calendar\/([\w-]+)\.ics/.exec(url)?.[1] ?? "" };
  expect(secret["the feed's secret"]).toHaveLength(43);
  expect(await findInDatabases(secret)).toEqual([]);
  await eventually(async () => {
    expect(await findInFolder(join(stateFolder(), "logs"), secret)).toEqual([]);
    return true;
  });
  expect(await findInFolder(join(stateFolder(), "nats"), secret)).toEqual([]);
  const marks = { "a path of a feed": "/calendar/" };
  expect(await findInFolder(join(stateFolder(), "logs"), marks)).toEqual([]);
});

test("a host with more meetings than a page holds sees every one of them once", async () => {
  const busy = await openStage("Ulla");
  const made: string[] = [];
  for (const startAt of busy.slots.slice(0, 53)) {
    made.push((await book(attemptAt(busy, startAt))).id);
  }
  const events = await eventsOf(await createFeed(busy.host.token));
  expect(events.map(({ uid }) => uid).sort()).toEqual(made.sort());
});

test("a visitor makes no feeds", async () => {
  const query = `mutation { createCalendarFeed(input: { name: "x" }) { url } }`;
  expect(await refused({ query })).toBe("UNAUTHENTICATED");
});
