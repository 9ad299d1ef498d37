import { anonymous, newId, type Caller, type Membership, type Purpose } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingInput,
  bookingQuery,
  cancelQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

// Words that nothing but this test has, to look for wherever they must not be.
const person = {
  name: "Zebedia Quillfeather",
  email: "zebedia@quillfeather.example",
  phone: "+46 70 555 01 23",
  timeZone: "America/Montevideo",
  locale: "sv",
};
const told = "My parrot has the hiccups";
const why = "The parrot is worse";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
let booked: Answer;
let bookingId: string;

beforeAll(async () => {
  scheduling = await startScheduling();
  offer = await offerMeeting(scheduling, {
    meetingType: {
      questions: [{ kind: "LONG_TEXT", label: "What is it about?", isRequired: true }],
    },
  });
  const [question] = offer.meetingType.questions;
  booked = await book(scheduling, {
    meetingTypeId: offer.meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    attendee: person,
    answers: [{ questionId: question.id, text: told }],
  });
  bookingId = booked.data.bookMeeting.booking.id;
});
afterAll(() => scheduling.stop());

const hidden = {
  name: null,
  email: null,
  phone: null,
  timeZone: null,
  locale: null,
  manageUrl: null,
  cancellationReason: null,
  answers: null,
};

function see(caller: Caller): Promise<Answer> {
  return scheduling.ask(caller, { query: bookingQuery, variables: { id: bookingId } });
}

function service(purpose: Purpose): Caller {
  return { kind: "service", service: "integrations", purpose };
}

test("the host sees the attendee, but not the attendee's private link", async () => {
  const { data } = await see(offer.host);
  expect(data.booking.attendees).toEqual([
    {
      ...person,
      id: booked.data.bookMeeting.attendee.id,
      manageUrl: null,
      cancellationReason: null,
      answers: [
        { question: { label: "What is it about?" }, text: told, number: null, consent: null },
      ],
    },
  ]);
});

test("an admin sees when and who hosts, and nothing of the attendee, and is told so", async () => {
  const answer = await see(account(offer.organizationId, "ADMIN"));
  expect(answer.errors).toBeUndefined();
  expect(answer.data.booking).toMatchObject({
    startAt: "2027-02-02T08:00:00.000Z",
    host: { id: offer.host.accountId },
    attendees: [hidden],
  });
  const withheld = answer.extensions?.["withheld"] as { coordinate: string }[];
  expect(withheld.map(({ coordinate }) => coordinate)).toContain("Attendee.email");
  expect(JSON.stringify(answer)).not.toContain("Zebedia");
});

test("for everybody else there is no such booking", async () => {
  const callers: Caller[] = [
    anonymous,
    account(offer.organizationId, "MEMBER"),
    account(newId(), "OWNER"),
    // The host, who has left the organization, and owns another.
    { ...offer.host, memberships: [] },
    account(newId(), "OWNER", offer.host.accountId),
    { kind: "attendee", attendeeId: newId(), bookingId: newId(), purpose: "provide.schedule" },
    {
      kind: "client",
      clientId: "app",
      accountId: null,
      memberships: [],
      scopes: ["bookings:read", "bookings:write", "attendees.email:read"],
      purpose: "provide.integrate",
    },
    { kind: "staff", staffId: newId(), grantId: newId(), subjectId: newId(), purpose: "support" },
  ];
  for (const caller of callers) {
    const answer = await see(caller);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.booking).toBeNull();
    for (const [query, input] of [
      [rescheduleQuery, { bookingId, startAt: "2027-02-02T09:00:00Z" }],
      [cancelQuery, { bookingId }],
    ] as const) {
      expect(codeOf(await scheduling.ask(caller, { query, variables: { input } }))).toBe(
        "NOT_FOUND",
      );
    }
    const entity = await scheduling.ask(caller, {
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { id startAt } } }`,
      variables: { r: [{ __typename: "Booking", id: bookingId }] },
    });
    expect(entity.data._entities).toEqual([null]);
  }
});

test("the link of another booking opens nothing of this one", async () => {
  const other = await book(scheduling, {
    meetingTypeId: offer.meetingTypeId,
    startAt: "2027-02-02T12:00:00Z",
    answers: [{ questionId: offer.meetingType.questions[0].id, text: "x" }],
  });
  expect((await see(attendeeOf(other))).data.booking).toBeNull();
  // A forged pair: this booking's id with another attendee's.
  expect((await see({ ...attendeeOf(other), bookingId })).data.booking).toBeNull();
});

test("the attendee sees all of their own by the link", async () => {
  const { data } = await see(attendeeOf(booked));
  expect(data.booking.attendees[0]).toMatchObject({ ...person, answers: [{ text: told }] });
  expect(data.booking.attendees[0].manageUrl).toContain("/manage#");
});

test("a service learns what its purpose needs and no more", async () => {
  const notify = (await see(service("provide.notify"))).data.booking.attendees[0];
  expect(notify).toMatchObject({ name: person.name, email: person.email });
  expect(notify.manageUrl).toContain("/manage#");
  expect((await see(service("security"))).data.booking.attendees[0]).toMatchObject(hidden);
  expect((await see(service("research"))).data.booking.attendees[0]).toMatchObject(hidden);
});

test("a partner app sees what its scopes say, within what the person sees who let it in", async () => {
  const app = (accountId: string, memberships: readonly Membership[]): Caller => ({
    kind: "client",
    clientId: "app",
    accountId,
    memberships,
    scopes: ["bookings:read", "attendees.name:read"],
    purpose: "provide.integrate",
  });
  const { memberships } = offer.host;
  const own = (await see(app(offer.host.accountId, memberships))).data.booking.attendees[0];
  expect(own).toMatchObject({ name: person.name, email: null, phone: null });
  expect((await see(app(newId(), memberships))).data.booking).toBeNull();
  expect((await see(app(offer.host.accountId, []))).data.booking).toBeNull();
});

test("a visitor's own mutation leads to nothing of anybody else", async () => {
  const organization =
    "organization { bookings(first: 10) { nodes { id } } schedules { nodes { id } } }";
  const query = `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) {
    booking { attendees { name } ${organization} meetingType { hosts { schedule { id } } ${organization} } }
  } }`;
  const input = bookingInput({
    meetingTypeId: offer.meetingTypeId,
    startAt: "2027-02-03T08:00:00Z",
    answers: [{ questionId: offer.meetingType.questions[0].id, text: "x" }],
  });
  const { bookMeeting } = await scheduling.data(anonymous, query, { input });
  const nothing = { bookings: null, schedules: null };
  expect(bookMeeting.booking).toEqual({
    attendees: [{ name: "Ada Lovelace" }],
    organization: nothing,
    meetingType: { hosts: [{ schedule: null }], organization: nothing },
  });
});

test("support with a grant for the attendee sees masks, and nothing without one", async () => {
  const support = (subjectId: string): Caller => ({
    kind: "staff",
    staffId: newId(),
    grantId: newId(),
    subjectId,
    purpose: "support",
  });
  const { id } = booked.data.bookMeeting.attendee;
  const seen = JSON.stringify((await see(support(id))).data.booking.attendees);
  expect(seen).not.toMatch(/Quillfeather|zebedia@|555|hiccups|manage#/);
  expect((await see(support(id))).data.booking.attendees[0]).toMatchObject({ name: "Z. Q." });
  expect((await see(support(newId()))).data.booking).toBeNull();
});

test("who has just booked sees what they wrote; asked again without the link it is gone", async () => {
  expect(booked.data.bookMeeting.attendee).toMatchObject(person);
  expect((await see(anonymous)).data.booking).toBeNull();
});

test("what is sealed is not even opened for who may not see it", async () => {
  // A process that cannot reach any key answers an admin as ever, and a host not at all.
  const keysDatabaseUrl = "postgresql://nobody@127.0.0.1:9/nothing";
  const keyless = await startScheduling({
    ...scheduling,
    config: { ...scheduling.config, keysDatabaseUrl },
  });
  const variables = { id: bookingId };
  const admin = account(offer.organizationId, "ADMIN");
  const answer = await keyless.ask(admin, { query: bookingQuery, variables });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.booking.attendees).toMatchObject([hidden]);
  const host = await keyless.ask(offer.host, { query: bookingQuery, variables });
  expect(codeOf(host)).toBe("SERVICE_UNAVAILABLE");
  expect(JSON.stringify(host)).not.toContain("127.0.0.1");
  await keyless.stop();
});

test("the reason of a cancellation reaches the other side, and nobody else", async () => {
  const input = { bookingId, reason: why };
  await scheduling.ask(attendeeOf(booked), { query: cancelQuery, variables: { input } });
  const host = (await see(offer.host)).data.booking;
  expect(host).toMatchObject({ state: "CANCELLED", cancellation: { by: "ATTENDEE" } });
  expect(host.attendees[0].cancellationReason).toBe(why);
  const admin = (await see(account(offer.organizationId, "OWNER"))).data.booking;
  expect(admin.cancellation).toMatchObject({ by: "ATTENDEE" });
  expect(admin.attendees[0].cancellationReason).toBeNull();
});

test("a dump of both databases has nothing of the attendee in clear", async () => {
  const words = [...Object.values(person).slice(0, 4), told, why, "quillfeather", "ZEBEDIA"];
  const dump = `${await dumpOf(scheduling.database.pool)}${await dumpOf(scheduling.database.keysPool)}`;
  expect(dump.length).toBeGreaterThan(2_000);
  expect(dump).toContain("scheduling.booking.made");
  for (const word of words) {
    const forms = [
      word,
      Buffer.from(word).toString("hex"),
      Buffer.from(word).toString("base64").slice(0, -3),
    ];
    for (const form of forms) expect(dump.toLowerCase()).not.toContain(form.toLowerCase());
  }
});

/** Every row of every table, as text; bytes in hexadecimal. */
async function dumpOf(database: pg.Pool): Promise<string> {
  const { rows: tables } = await database.query(
    "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query(`SELECT t::text AS row FROM ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
