import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ada, attendeeOf, book, offerMeeting } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

type Caller = Parameters<Scheduling["ask"]>[0];
const query = `mutation ($input: BookOnBehalfInput!) { bookOnBehalf(input: $input) {
  id state startAt attendees { id name email manageUrl answers { text consent question { label } } }
  history { nodes { kind by byId } } } }`;
const bookFor = (caller: Caller, changes: Record<string, unknown>) => {
  const input = { attendee: ada, idempotencyKey: newId(), ...changes };
  return scheduling.ask(caller, { query, variables: { input } });
};
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();

test("a host books for somebody, whose link and whose consent stay their own", async () => {
  const questions = [
    { kind: "TEXT", label: "Topic?", isRequired: true },
    { kind: "CONSENT", label: "May we record?", isRequired: true },
  ];
  const { organizationId, host, meetingTypeId, meetingType } = await offerMeeting(scheduling, {
    meetingType: { questions, needsConfirmation: true },
  });
  const [topic, recording] = meetingType.questions;
  const slot = { meetingTypeId, startAt: at(0) };
  const consent = [{ questionId: recording.id, consent: true }];
  expect(problemsOf(await bookFor(host, { ...slot, answers: consent }))).toEqual([
    "answers.0.questionId CONSENT_OF_OTHERS",
  ]);
  const answers = [{ questionId: topic.id, text: "Engines" }];
  const booked = await bookFor(host, { ...slot, answers });
  expect(booked.data.bookOnBehalf).toMatchObject({
    state: "CONFIRMED",
    startAt: at(0),
    attendees: [{ name: ada.name, email: ada.email, manageUrl: null }],
    history: { nodes: [{ kind: "MADE", by: "HOST", byId: host.accountId }] },
  });
  expect(booked.data.bookOnBehalf.attendees[0].answers).toEqual([
    { text: "Engines", consent: null, question: { label: "Topic?" } },
  ]);
  expect(JSON.stringify(booked)).not.toContain("manage#");
  // Who attends has a link all the same: what makes the mail is told of it.
  const service: Caller = { kind: "service", service: "integrations", purpose: "provide.notify" };
  const { id } = booked.data.bookOnBehalf;
  const see = `query ($id: ID!) { booking(id: $id) { attendees { manageUrl } } }`;
  const { booking } = await scheduling.data(service, see, { id });
  expect(booking.attendees[0].manageUrl).toContain("/manage#");
  const told = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.booking.made'",
    [id],
  );
  expect(told).toMatchObject([{ data: { isPending: false, isOnBehalf: true } }]);

  const none = await bookFor(account(organizationId, "ADMIN"), { ...slot, startAt: at(30) });
  expect(none.data.bookOnBehalf).toMatchObject({
    attendees: [{ name: null, manageUrl: null }],
    history: { nodes: [{ by: "ADMIN" }] },
  });
});

test("notice, horizon and limits are skipped where the host says so, and nothing else is", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: {
      noticeMinutes: 525_600,
      horizonKind: "FIXED",
      horizonFrom: "2027-03-01",
      horizonTo: "2027-03-31",
      limits: [{ period: "DAY", bookings: 1 }],
    },
  });
  const slot = { meetingTypeId, startAt: at(0) };
  expect(codeOf(await bookFor(host, slot))).toBe("SLOT_NOTICE_TOO_SHORT");
  const sooner = { ...slot, skipsNotice: true };
  expect(codeOf(await bookFor(host, sooner))).toBe("SLOT_BEYOND_HORIZON");
  const further = { ...sooner, skipsHorizon: true };
  expect(codeOf(await bookFor(host, further))).toBeNull();
  expect(codeOf(await bookFor(host, { ...further, startAt: at(30) }))).toBe("SLOT_LIMIT_REACHED");
  const limits = { organizationId: "", limits: [{ period: "DAY", bookings: 1 }] };
  const organizationId = host.memberships[0]!.organizationId;
  const set = `mutation ($input: SetHostLimitsInput!) { setHostLimits(input: $input) { period } }`;
  await scheduling.data(host, set, { input: { ...limits, organizationId } });
  const all = { ...further, skipsLimits: true };
  expect(codeOf(await bookFor(host, { ...all, startAt: at(30) }))).toBeNull();
  expect(codeOf(await bookFor(host, { ...all, startAt: at(30) }))).toBe("SLOT_TAKEN");
  expect(codeOf(await bookFor(host, { ...all, startAt: at(-60) }))).toBe("SLOT_OUTSIDE_HOURS");
  expect(codeOf(await bookFor(host, { ...all, startAt: at(65) }))).toBe("SLOT_NOT_OFFERED");
  expect(codeOf(await bookFor(host, { ...all, startAt: "2020-01-01T09:00:00Z" }))).toBe(
    "SLOT_IN_PAST",
  );
  const blocked = { organizationId, startAt: at(120), endAt: at(150), idempotencyKey: newId() };
  const block = `mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }`;
  await scheduling.data(host, block, { input: blocked });
  expect(codeOf(await bookFor(host, { ...all, startAt: at(120) }))).toBe("SLOT_TAKEN");
  await expectSound(scheduling);
});

test("only hosts of the meeting type and admins book for others", async () => {
  const { organizationId, meetingTypeId } = await offerMeeting(scheduling);
  const slot = { meetingTypeId, startAt: at(0) };
  expect(codeOf(await bookFor(account(organizationId, "MEMBER"), slot))).toBe("FORBIDDEN");
  expect(codeOf(await bookFor(account(newId(), "OWNER"), slot))).toBe("NOT_FOUND");
  expect(codeOf(await bookFor(anonymous, slot))).toBe("UNAUTHENTICATED");
  const own = await book(scheduling, { meetingTypeId, startAt: at(60) });
  expect(codeOf(await bookFor(attendeeOf(own), slot))).toBe("UNAUTHENTICATED");
});

test("of many who book one slot for others and for themselves one gets it, and a retry books once", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const slot = { meetingTypeId, startAt: at(0) };
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => bookFor(host, slot)),
    ...Array.from({ length: 6 }, () => book(scheduling, slot)),
  ]);
  expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 11 });
  const again = { ...slot, startAt: at(30), idempotencyKey: newId() };
  const retried = await Promise.all(Array.from({ length: 8 }, () => bookFor(host, again)));
  expect(codes(retried)).toEqual({ BOOKED: 8 });
  expect(new Set(retried.map(({ data }) => data.bookOnBehalf.id)).size).toBe(1);
  const other = { ...again, startAt: at(90) };
  expect(codeOf(await bookFor(host, other))).toBe("IDEMPOTENCY_KEY_REUSED");
  await expectSound(scheduling);
});
