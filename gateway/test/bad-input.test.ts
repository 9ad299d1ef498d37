import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { databases, rowsOf } from "./support/databases.ts";

let stage: Stage;
let before: unknown;

type Case = [string, { query: string; variables: () => Record<string, unknown> }, string[]];

beforeAll(async () => {
  stage = await openStage("Birgit");
  before = await eventCounts();
});

afterEach(async () => {
  expect(await eventCounts()).toEqual(before);
});

// Whatever changes something tells an event: where there is none, nothing was changed.
async function eventCounts(): Promise<unknown> {
  const mains = databases.filter(
    (name) => !name.endsWith("_keys") && !name.includes("integrations"),
  );
  return Promise.all(
    mains.map((name) =>
      rowsOf(name, "SELECT count(*), (SELECT count(*) FROM idempotency) FROM outbox"),
    ),
  );
}

const slots = `query ($id: ID!, $from: Date!, $to: Date!, $timeZone: String!, $durationMinutes: Int) {
  meetingType(id: $id) { slots(from: $from, to: $to, timeZone: $timeZone, durationMinutes: $durationMinutes) { date } } }`;
const asked = (change: object) => () => ({
  id: stage.meetingType.id,
  from: "2027-03-01",
  to: "2027-03-08",
  timeZone: "Europe/Stockholm",
  ...change,
});

const createSchedule = `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) { id } }`;
const hours = (change: object) => () => ({
  input: {
    organizationId: stage.organization.id,
    name: "Hours",
    timeZone: "Europe/Stockholm",
    weekly: [{ days: [1], start: "09:00", end: "17:00" }],
    ...change,
  },
});

const createMeetingType = `mutation ($input: CreateMeetingTypeInput!) { createMeetingType(input: $input) { id } }`;
const offer = (change: object) => () => ({
  input: {
    organizationId: stage.organization.id,
    slug: "a-talk",
    title: "A talk",
    durationsMinutes: [30],
    scheduleId: randomUUID(),
    ...change,
  },
});

const signUp = "mutation ($input: SignUpInput!) { signUp(input: $input) { nextStep } }";
const newcomer = (change: object) => () => ({
  input: {
    name: "Nova",
    email: "nova@people.example",
    password: "a long enough phrase",
    timeZone: "Europe/Stockholm",
    locale: "en",
    isSixteenOrOlder: true,
    acceptedPolicyVersion: "1.0",
    ...change,
  },
});

const createOrganization = `mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { id } }`;
const list = `query ($slug: String!, $first: Int, $after: String) {
  organization(slug: $slug) { bookings(first: $first, after: $after) { nodes { id } } } }`;
const page = (change: object) => () => ({ slug: stage.organization.slug, ...change });

test.each<Case>([
  [
    "slots in a zone that is none",
    { query: slots, variables: asked({ timeZone: "Nowhere" }) },
    ["timeZone"],
  ],
  [
    "slots in a zone with a NUL",
    { query: slots, variables: asked({ timeZone: "UTC\0" }) },
    ["timeZone"],
  ],
  [
    "slots of dates that are none",
    { query: slots, variables: asked({ from: "2027-02-30", to: "soon" }) },
    ["from", "to"],
  ],
  [
    "slots of a date with a time",
    { query: slots, variables: asked({ from: "2027-03-01T00:00:00Z" }) },
    ["from"],
  ],
  [
    "a schedule of a zone that is none",
    { query: createSchedule, variables: hours({ timeZone: "Nowhere" }) },
    ["timeZone"],
  ],
  [
    "a schedule of times that are none",
    {
      query: createSchedule,
      variables: hours({ weekly: [{ days: [1], start: "25:00", end: "9" }] }),
    },
    ["weekly.0.end", "weekly.0.start"],
  ],
  [
    "a schedule of days that are none",
    {
      query: createSchedule,
      variables: hours({ weekly: [{ days: [0, 8], start: "09:00", end: "10:00" }] }),
    },
    ["weekly.0.days"],
  ],
  [
    "a schedule with a NUL",
    { query: createSchedule, variables: hours({ name: "a\0b" }) },
    ["name"],
  ],
  [
    "a title of 90 KB",
    { query: createMeetingType, variables: offer({ title: "t".repeat(90_000) }) },
    ["title"],
  ],
  [
    "a slug of capitals",
    { query: createMeetingType, variables: offer({ slug: "A Talk" }) },
    ["slug"],
  ],
  [
    "durations below nothing and beyond all",
    { query: createMeetingType, variables: offer({ durationsMinutes: [0, 100_000] }) },
    ["durationsMinutes.0", "durationsMinutes.1"],
  ],
  [
    "a person without name, address, zone",
    {
      query: signUp,
      variables: newcomer({ name: " ", email: "nova", timeZone: "x", locale: "zz" }),
    },
    ["email", "locale", "name", "timeZone"],
  ],
  [
    "an organization with control characters",
    {
      query: createOrganization,
      variables: () => ({ input: { name: "A\u0000B", slug: "-", timeZone: "x", locale: "en" } }),
    },
    ["name", "slug", "timeZone"],
  ],
  ["a page of none", { query: list, variables: page({ first: 0 }) }, ["first"]],
  ["a page of too many", { query: list, variables: page({ first: 101 }) }, ["first"]],
  [
    "a cursor that newPerson made up",
    { query: list, variables: page({ after: "bm90IG91cnM" }) },
    ["after"],
  ],
  ["a cursor with a NUL", { query: list, variables: page({ after: "\0" }) }, ["after"]],
])("%s: every mistake by its path", async (_, { query, variables }, paths) => {
  const { errors } = await ask({ query, variables: variables(), token: stage.host.token });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["INVALID_INPUT"]);
  const problems = errors?.[0]?.extensions["problems"] as { path: string }[];
  expect([...new Set(problems.map(({ path }) => path))].toSorted()).toEqual(paths);
});

test.each<[string, { query: string; variables: () => Record<string, unknown> }, string]>([
  [
    "a window of 63 days",
    { query: slots, variables: asked({ to: "2027-05-02" }) },
    "WINDOW_TOO_LONG",
  ],
  [
    "slots of a duration that is not offered",
    { query: slots, variables: asked({ durationMinutes: 45 }) },
    "DURATION_NOT_OFFERED",
  ],
  [
    "newPerson who is younger than 16",
    { query: signUp, variables: newcomer({ isSixteenOrOlder: false }) },
    "ATTESTATION_REQUIRED",
  ],
  [
    "a policy that nobody published",
    { query: signUp, variables: newcomer({ acceptedPolicyVersion: "99" }) },
    "POLICY_VERSION_UNKNOWN",
  ],
  [
    "an organization that one does not belong to",
    { query: createSchedule, variables: hours({ organizationId: randomUUID() }) },
    "NOT_FOUND",
  ],
])("%s", async (_, { query, variables }, code) => {
  const { errors } = await ask({ query, variables: variables(), token: stage.host.token });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test.each(["", "\0", "nope", "x".repeat(5_000), "' OR 1=1 --", "../..", "\u202E", randomUUID()])(
  "what is asked for by %j is not there, and that is all",
  async (id) => {
    const { data, errors } = await ask({
      query: `query ($id: ID!, $slug: String!, $ours: ID!) { meetingType(id: $id) { id } booking(id: $id) { id }
        ours: organizationById(id: $ours) { meetingType(slug: $slug) { id } }
        organization(slug: $slug) { id } organizationById(id: $id) { id } invitation(id: $id) { id } policy(version: $slug) { version } }`,
      variables: { id, slug: id, ours: stage.organization.id },
      token: stage.host.token,
    });
    expect(errors).toBeUndefined();
    const { ours, ...others } = data;
    expect(ours).toEqual({ meetingType: null });
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  },
);
