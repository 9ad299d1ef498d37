import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ask, post, type Answer } from "./support/ask.ts";
import { attemptAt, book, openStage, send, type Stage } from "./support/bookings.ts";
import { rowsOf } from "./support/databases.ts";
import { openSlots } from "./support/offers.ts";

type Input = Record<string, unknown>;

let stage: Stage;
let good: Input;
let before: unknown;

const minute = 60_000;
const day = 24 * 60 * minute;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const dayAhead = (days: number, time: string) => `${inMs(days * day).slice(0, 10)}T${time}:00Z`;

beforeAll(async () => {
  stage = await openStage("Berit", { noticeMinutes: 1_440, horizonDays: 30 });
  good = { ...attemptAt(stage, stage.slots[5] ?? "").input };
  before = await whatIsThere();
});

// Whatever was refused, nobody can tell afterwards that it was sent.
afterEach(async () => {
  expect(await whatIsThere()).toEqual(before);
});

async function whatIsThere(): Promise<unknown> {
  const counts = ["booking", "attendee", "answer", "reservation", "outbox", "idempotency"].map(
    (table) => `(SELECT count(*) FROM ${table}) AS ${table}`,
  );
  const [rows] = await rowsOf("tidbok_scheduling", `SELECT ${counts.join()}`);
  return { rows, slots: await openSlots(stage.meetingType.id) };
}

test.each<[string, () => Input, string]>([
  ["a slot in the past", () => ({ startAt: inMs(-day) }), "SLOT_IN_PAST"],
  ["a slot of the last century", () => ({ startAt: "1970-01-01T00:00:00Z" }), "SLOT_IN_PAST"],
  ["a slot within the notice", () => ({ startAt: inMs(60 * minute) }), "SLOT_NOTICE_TOO_SHORT"],
  ["a slot at night", () => ({ startAt: dayAhead(5, "02:00") }), "SLOT_OUTSIDE_HOURS"],
  ["a slot that ends after hours", () => ({ startAt: dayAhead(5, "22:45") }), "SLOT_OUTSIDE_HOURS"],
  ["a slot off the grid", () => ({ startAt: dayAhead(5, "10:07") }), "SLOT_NOT_OFFERED"],
  [
    "a slot between two seconds",
    () => ({ startAt: dayAhead(5, "10:00").replace(":00Z", ":00.001Z") }),
    "SLOT_NOT_OFFERED",
  ],
  ["a slot beyond the horizon", () => ({ startAt: dayAhead(32, "10:00") }), "SLOT_BEYOND_HORIZON"],
  ["a slot at the end of time", () => ({ startAt: "2199-12-31T23:30:00Z" }), "SLOT_BEYOND_HORIZON"],
  ["a duration that is not offered", () => ({ durationMinutes: 31 }), "DURATION_NOT_OFFERED"],
  ["a duration below nothing", () => ({ durationMinutes: -30 }), "DURATION_NOT_OFFERED"],
  ["a meeting type that is none", () => ({ meetingTypeId: randomUUID() }), "NOT_FOUND"],
  ["a hold that is none", () => ({ holdId: randomUUID() }), "HOLD_NOT_FOUND"],
])("%s", async (_, change, code) => {
  const { data, errors } = await send({ input: { ...good, ...change() } });
  expect(data).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test.each<[string, (input: Input) => Input, string[]]>([
  [
    "a zone that is none",
    attendee({ timeZone: "Mars/Olympus_Mons" }),
    ["attendee.timeZone UNKNOWN_TIME_ZONE"],
  ],
  [
    "a zone with a path in it",
    attendee({ timeZone: "../../etc/localtime" }),
    ["attendee.timeZone UNKNOWN_TIME_ZONE"],
  ],
  [
    "no offset: a time that clocks may skip",
    () => ({ startAt: "2027-03-28T02:30:00" }),
    ["startAt"],
  ],
  ["a date that is none", () => ({ startAt: "2027-02-30T10:00:00Z" }), ["startAt"]],
  ["a language that is not spoken", attendee({ locale: "xx" }), ["attendee.locale"]],
  ["a name of 90 KB", attendee({ name: "n".repeat(90_000) }), ["attendee.name"]],
  ["a name of nothing", attendee({ name: " \t " }), ["attendee.name"]],
  ["a NUL in a name", attendee({ name: "Al\0va" }), ["attendee.name CONTROL_CHARACTER"]],
  [
    "a line break in a name",
    attendee({ name: "Alva\r\nBcc: x@y.example" }),
    ["attendee.name CONTROL_CHARACTER"],
  ],
  ["a bell in a name", attendee({ name: "Alva\u0007" }), ["attendee.name CONTROL_CHARACTER"]],
  [
    "a name written backwards",
    attendee({ name: "Alva\u202Egro" }),
    ["attendee.name CONTROL_CHARACTER"],
  ],
  ["half a character", attendee({ name: "Alva\uD83D" }), ["attendee.name CONTROL_CHARACTER"]],
  ["a NUL in an answer", answer({ text: "a\0b" }), ["answers.0 INVALID_TEXT"]],
  ["an answer of 90 KB", answer({ text: "a".repeat(90_000) }), ["answers.0.text"]],
  ["an answer to no question", answer({ questionId: randomUUID() }), ["answers.0.questionId"]],
  ["a telephone number that is none", attendee({ phone: "call me" }), ["attendee.phone"]],
  ["a key of one character", () => ({ idempotencyKey: "k" }), ["idempotencyKey"]],
  ["a key with a NUL", () => ({ idempotencyKey: "12345678\0" }), ["idempotencyKey"]],
  [
    "ids that are none",
    () => ({ meetingTypeId: "\0", holdId: "x".repeat(5_000) }),
    ["meetingTypeId", "holdId"],
  ],
  ["a field that is none", () => ({ isAdmin: true }), ["isAdmin UNKNOWN_FIELD"]],
  ["a field that is none, deeper", attendee({ role: "OWNER" }), ["attendee.role UNKNOWN_FIELD"]],
  [
    "the wrong types",
    (input) => ({ attendee: [input["attendee"]], durationMinutes: "30" }),
    ["attendee WRONG_TYPE", "durationMinutes WRONG_TYPE"],
  ],
  ["a duration beyond integers", () => ({ durationMinutes: 1e20 }), ["durationMinutes WRONG_TYPE"]],
  ["a person who is none", () => ({ attendee: null }), ["attendee"]],
])("%s is named by its path", async (_, change, expected) => {
  const { data, errors } = await send({ input: { ...good, ...change(good) } });
  expect(data ?? null).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["INVALID_INPUT"]);
  const problems = problemsOf(errors);
  for (const start of expected) expect(problems.join("\n")).toContain(start);
  expect(pathsOf(errors)).toEqual(expected.map((start) => start.split(" ")[0]).toSorted());
  expect(JSON.stringify(errors).length).toBeLessThan(2_000);
});

test.each([
  "nobody",
  "a@",
  "@b.example",
  "a@b@c.example",
  "a b@c.example",
  "a@c.example\r\nBcc: x@y.example",
  "<a@c.example>",
  "a@c..example",
  "a@localhost",
  "a".repeat(250) + "@c.example",
  "a\0@c.example",
  '"><script>@c.example',
])("an address that is none: %j", async (email) => {
  const { errors } = await send({ input: { ...good, ...attendee({ email })(good) } });
  expect(problemsOf(errors)).toEqual([expect.stringMatching(/^attendee\.email /)]);
  expect(JSON.stringify(errors)).not.toContain(email);
});

test("all mistakes are named at once, and no value is repeated", async () => {
  const { errors } = await send({
    input: {
      ...good,
      durationMinutes: 30,
      attendee: { name: "", email: "peculiar", timeZone: "Nowhere", locale: "xx", phone: "zz" },
      idempotencyKey: "short",
    },
  });
  expect(pathsOf(errors)).toEqual([
    "attendee.email",
    "attendee.locale",
    "attendee.name",
    "attendee.phone",
    "attendee.timeZone",
    "idempotencyKey",
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/peculiar|Nowhere/);
});

test("what is written into the document itself is checked as variables are", async () => {
  const { errors } = await ask({
    query: `mutation { bookMeeting(input: { meetingTypeId: "${stage.meetingType.id}", startAt: "${stage.slots[5]}",
      attendee: { name: "A\\u0000", email: "peculiar", timeZone: "Nowhere" }, idempotencyKey: "${randomUUID()}" }) {
      booking { id } } }`,
  });
  expect(pathsOf(errors)).toEqual(["attendee.email", "attendee.name", "attendee.timeZone"]);
});

test("an operation without data is a bad request of HTTP, whether its variables were refused before it began or after", async () => {
  const query =
    'query ($id: ID!, $from: Date!) { meetingType(id: $id) { slots(from: $from, to: $from, timeZone: "UTC") { date } } }';
  const { id } = stage.meetingType;
  const refused = await post({ query, variables: { id, from: "2027-02-30" } });
  expect([refused.status, ((await refused.json()) as Answer).errors?.[0]?.extensions.code]).toEqual(
    [400, "INVALID_INPUT"],
  );
  const begun = await post({
    query: query.replace("UTC", "Nowhere"),
    variables: { id, from: "2027-02-28" },
  });
  expect(begun.status).toBe(400);
});

test("a body above 100 KiB is not read", async () => {
  const response = await post({
    query: "{ __typename }",
    variables: { text: "x".repeat(110_000) },
  });
  expect(response.status).toBe(413);
  expect(await response.text()).not.toMatch(/fastify|node_modules|xxx/i);
});

test("a key that was used for something else", async () => {
  const other = attemptAt(stage, stage.slots[9] ?? "");
  await book(other);
  before = await whatIsThere();
  const { errors } = await send({ input: { ...other.input, startAt: stage.slots[11] } });
  expect(errors?.[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
});

function attendee(change: Input): (input: Input) => Input {
  return (input) => ({ attendee: { ...(input["attendee"] as Input), ...change } });
}

function answer(change: Input): () => Input {
  return () => ({ answers: [{ questionId: stage.meetingType.questions[0]?.id, ...change }] });
}

function pathsOf(errors: Parameters<typeof problemsOf>[0]): (string | undefined)[] {
  return [...new Set(problemsOf(errors).map((problem) => problem.split(" ")[0]))].toSorted();
}

function problemsOf(errors: Awaited<ReturnType<typeof send>>["errors"]): string[] {
  const problems = errors?.[0]?.extensions["problems"] as { path: string; code: string }[];
  return problems.map(({ path, code }) => `${path} ${code}`);
}
