import { anonymous, type Caller, type Purpose } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookQuery,
  bookingInput,
  cancelQuery,
  createMeetingTypeQuery,
  offerMeeting,
  updateMeetingType,
} from "./support/operations.ts";
import {
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
const startAt = "2027-02-02T08:00:00Z";
const end = Date.parse("2027-02-02T08:30:00Z");
const day = 24 * 60 * 60_000;

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(() => {
  scheduling.clock.now = monday;
});
afterAll(() => scheduling.stop());

type Asked = Record<string, unknown> & { readonly label: string };

/** A meeting type with these questions, booked by somebody who answers each with its label. */
async function bookedWith(questions: readonly Asked[], changes: Record<string, unknown> = {}) {
  const offer = await offerMeeting(scheduling, {
    meetingType: { questions: questions.map((question) => ({ kind: "TEXT", ...question })) },
  });
  const answers = offer.meetingType.questions.map(
    ({ id, label }: { id: string; label: string }) => ({
      questionId: id,
      text: `to ${label}`,
    }),
  );
  const booked = await book(scheduling, {
    meetingTypeId: offer.meetingTypeId,
    startAt,
    answers,
    ...changes,
  });
  return { ...offer, booked, bookingId: booked.data.bookMeeting.booking.id as string };
}

const answersQuery = `query ($id: ID!) {
  booking(id: $id) { attendees { answers { text question { label purposes retentionDays } } } }
}`;

async function answersTo(caller: Caller, id: string) {
  const answer = await scheduling.ask(caller, { query: answersQuery, variables: { id } });
  const [attendee] = answer.data.booking.attendees;
  const withheld = (answer.extensions?.["withheld"] ?? []) as object[];
  const texts = attendee.answers?.map(({ text }: { text: string | null }) => text);
  return { texts, answers: attendee.answers, withheld };
}

const service = (purpose: Purpose): Caller => ({
  kind: "service",
  service: "integrations",
  purpose,
});

test("an answer is seen for the purposes of its question and for no other", async () => {
  const { host, booked, bookingId } = await bookedWith([
    { label: "usual" },
    { label: "meeting", purposes: ["PROVIDE_SCHEDULE"] },
    { label: "app", purposes: ["PROVIDE_INTEGRATE"] },
  ]);
  const app: Caller = {
    kind: "client",
    clientId: "app",
    accountId: host.accountId,
    memberships: host.memberships,
    scopes: ["bookings:read", "attendees.answers:read"],
    purpose: "provide.integrate",
  };
  const all = ["to usual", "to meeting", "to app"];
  const seen = async (caller: Caller) => (await answersTo(caller, bookingId)).texts;
  expect(await seen(host)).toEqual(["to usual", "to meeting", null]);
  expect(await seen(service("provide.notify"))).toEqual(["to usual", null, null]);
  expect(await seen(app)).toEqual([null, null, "to app"]);
  expect(await seen(attendeeOf(booked))).toEqual(all);
  // What the law demands, and what a person may ask for, is not the organization's to choose.
  expect(await seen(service("legal"))).toEqual(all);
  expect(await seen(service("rights"))).toEqual(all);
  expect(await seen(service("research"))).toBeUndefined();
  const { withheld } = await answersTo(host, bookingId);
  expect(withheld).toEqual([
    expect.objectContaining({ coordinate: "Answer.text", action: "hide" }),
  ]);
});

test("answers are forgotten when their days after the meeting are over, and others stay", async () => {
  const one = await bookedWith([{ label: "short", retentionDays: 2 }, { label: "long" }]);
  const cancelled = await bookedWith([{ label: "short", retentionDays: 2 }]);
  const attendee = attendeeOf(cancelled.booked);
  await scheduling.data(attendee, cancelQuery, { input: { bookingId: cancelled.bookingId } });
  const count = async (id: string) => {
    const rows = await scheduling.sql(
      "SELECT 1 FROM answer a JOIN attendee t ON t.id = a.attendee_id WHERE t.booking_id = $1",
      [id],
    );
    return rows.length;
  };
  const sweep = async (now: number) => {
    scheduling.clock.now = now;
    const process = await startScheduling({ ...scheduling });
    process.clock.now = now;
    await process.service.start();
    return process;
  };
  // The one that was cancelled on Monday goes first; the other's days begin when it would have ended.
  const early = await sweep(end + 2 * day - 1);
  await eventually(async () => (await count(cancelled.bookingId)) === 0);
  expect(await count(one.bookingId)).toBe(2);
  await early.stop();
  const due = await sweep(end + 2 * day);
  await eventually(async () => (await count(one.bookingId)) === 1);
  await due.stop();
  expect((await answersTo(one.host, one.bookingId)).texts).toEqual(["to long"]);
});

test("to be kept shorter holds for old answers at once; longer, other words and further purposes do not", async () => {
  const { host, meetingTypeId, meetingType, bookingId } = await bookedWith([
    { label: "Tea?", kind: "TEXT", retentionDays: 30, purposes: ["PROVIDE_SCHEDULE"] },
  ]);
  const [{ id }] = meetingType.questions;
  const change = async (question: Record<string, unknown>) => {
    const same = { id, kind: "TEXT", label: "Tea?", retentionDays: 30 };
    const questions = [{ ...same, purposes: ["PROVIDE_SCHEDULE"], ...question }];
    const answer = await updateMeetingType(scheduling, host, { meetingTypeId, questions });
    expect(codeOf(answer)).toBeNull();
    return answer.data.updateMeetingType.questions[0].id as string;
  };
  const asked = async () => (await answersTo(host, bookingId)).answers[0].question;
  expect(await change({ isRequired: true })).toBe(id);
  expect(await change({ retentionDays: 10 })).toBe(id);
  expect((await asked()).retentionDays).toBe(10);
  for (const other of [
    { retentionDays: 11 },
    { retentionDays: null },
    { label: "Coffee?", retentionDays: 10 },
    { purposes: ["PROVIDE_SCHEDULE", "PROVIDE_NOTIFY"], retentionDays: 10 },
  ]) {
    expect(await change(other)).not.toBe(id);
    expect(await asked()).toEqual({
      label: "Tea?",
      purposes: ["PROVIDE_SCHEDULE"],
      retentionDays: 10,
    });
    // Back to what it was, for the next one.
    await scheduling.sql("UPDATE question SET is_retired = (id <> $1) WHERE meeting_type_id = $2", [
      id,
      meetingTypeId,
    ]);
  }
});

test("an answer stays right when its choice is offered no more", async () => {
  const { host, meetingTypeId, meetingType, bookingId } = await bookedWith([
    { label: "tea", kind: "CHOICE", choices: ["to tea", "to coffee"] },
  ]);
  const [{ id }] = meetingType.questions;
  const questions = [{ id, kind: "CHOICE", label: "tea", choices: ["to coffee", "to cocoa"] }];
  await updateMeetingType(scheduling, host, { meetingTypeId, questions });
  const query = `query ($id: ID!) { booking(id: $id) { attendees { answers { text question { choices } } } } }`;
  const { booking } = await scheduling.data(host, query, { id: bookingId });
  expect(booking.attendees[0].answers).toEqual([
    { text: "to tea", question: { choices: ["to tea", "to coffee"] } },
  ]);
  // Whoever answers what was asked before is told so.
  const answers = [{ questionId: id, text: "to tea" }];
  const late = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T10:00:00Z", answers });
  expect(problemsOf(late)).toEqual(["answers.0.questionId UNKNOWN_QUESTION"]);
});

test("a question that makes no sense is refused with every mistake, and nothing is stored", async () => {
  const { organizationId, scheduleId, host } = await offerMeeting(scheduling);
  const bad: readonly [Record<string, unknown>, string][] = [
    [{ retentionDays: 0 }, "retentionDays TOO_SMALL"],
    [{ retentionDays: 3_651 }, "retentionDays TOO_LARGE"],
    [{ purposes: [] }, "purposes TOO_SMALL"],
    [{ purposes: ["PROVIDE_NOTIFY", "PROVIDE_NOTIFY"] }, "purposes REPEATED"],
    [{ label: "" }, "label TOO_SMALL"],
    [{ label: "x".repeat(301) }, "label TOO_LARGE"],
    [{ choices: ["a", "b"] }, "choices CHOICES_MISFIT"],
    [{ kind: "CHOICE", choices: ["a", "a"] }, "choices REPEATED"],
    [
      { kind: "CHOICE", choices: Array.from({ length: 51 }, (_, i) => `${i}`) },
      "choices TOO_LARGE",
    ],
  ];
  const make = (questions: readonly object[]) => {
    const input = {
      organizationId,
      scheduleId,
      slug: "asks",
      title: "Asks",
      durationsMinutes: [30],
      questions,
    };
    return scheduling.ask(host, { query: createMeetingTypeQuery, variables: { input } });
  };
  const questions = bad.map(([question]) => ({ kind: "TEXT", label: "?", ...question }));
  expect(problemsOf(await make(questions))).toEqual(
    bad.map(([, problem], i) => `questions.${i}.${problem}`),
  );
  const many = Array.from({ length: 21 }, () => ({ kind: "TEXT", label: "?" }));
  expect(problemsOf(await make(many))).toEqual(["questions TOO_LARGE"]);
  const stored = await scheduling.sql("SELECT 1 FROM meeting_type WHERE slug = 'asks'");
  expect(stored).toEqual([]);
});

test("a number that is none is refused however it is written", async () => {
  const { meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { questions: [{ kind: "NUMBER", label: "How many?" }] },
  });
  const [{ id: questionId }] = meetingType.questions;
  for (const number of ["12", true, null, [1]]) {
    const answers = [{ questionId, number }];
    const answer = await book(scheduling, { meetingTypeId, startAt, answers });
    if (number === null) expect(answer.data.bookMeeting.attendee.answers).toEqual([]);
    else expect(codeOf(answer)).toBe("BAD_REQUEST");
  }
  // A literal is read by the service itself, and is beyond all numbers.
  const { attendee, idempotencyKey } = bookingInput({});
  const query = bookQuery
    .replace("mutation ($input: BookMeetingInput!)", "mutation ($attendee: AttendeeInput!)")
    .replace(
      "input: $input",
      `input: { meetingTypeId: "${meetingTypeId}", startAt: "2027-02-02T09:00:00Z", attendee: $attendee,
        idempotencyKey: "${idempotencyKey}", answers: [{ questionId: "${questionId}", number: 1e400 }] }`,
    );
  const answer = await scheduling.ask(anonymous, { query, variables: { attendee } });
  expect(codeOf(answer)).toMatch(/BAD_REQUEST|INVALID_INPUT/);
  const [{ count }] = await scheduling.sql(
    "SELECT count(*)::int FROM answer WHERE question_id = $1",
    [questionId],
  );
  expect(count).toBe(0);
});
