import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  createMeetingTypeQuery,
  createSchedule,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
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
const fields = `id sequence startAt hosts { id } formerHosts { id } attendees { name }
  whyHost { host { id } reason chosenBy { id } standings { isFree } explanation }
  history(first: 1) { nodes { kind by byId fromHost { id } toHost { id } } }`;
const query = `mutation ($input: ReassignHostInput!) { reassignHost(input: $input) { ${fields} } }`;
const send = (caller: Caller, text: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query: text, variables: { input } });
const reassign = (caller: Caller, input: Record<string, unknown>) => send(caller, query, input);
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();

/** Three hosts who take turns, and a booking of one of them. */
async function offerTurns(changes: Record<string, unknown> = {}) {
  const organizationId = newId();
  const admin = account(organizationId, "ADMIN");
  const people = [1, 2, 3].map(() => account(organizationId, "MEMBER"));
  for (const each of people) await createSchedule(scheduling, each, { organizationId });
  const input = {
    organizationId,
    slug: "any-of-us",
    title: "Any of us",
    mode: "ROUND_ROBIN",
    durationsMinutes: [30],
    noticeMinutes: 0,
    hosts: people.map(({ accountId }) => ({ accountId })),
    ...changes,
  };
  const made = await scheduling.data(admin, createMeetingTypeQuery, { input });
  const meetingTypeId = made.createMeetingType.id as string;
  const booked = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const { id: bookingId, host } = booked.data.bookMeeting.booking;
  const from = people.find(({ accountId }) => accountId === host.id)!;
  const [second, third] = people.filter((each) => each !== from);
  const others = [second!, third!] as const;
  return { organizationId, admin, from, others, meetingTypeId, booked, bookingId };
}

test("a host gives a booking to a colleague, and it says by whom", async () => {
  const { from, others, booked, bookingId, meetingTypeId } = await offerTurns();
  const [to] = others;
  const ids = { fromHostId: from.accountId, toHostId: to.accountId };
  const answer = await reassign(from, { bookingId, ...ids });
  expect(answer.data.reassignHost).toMatchObject({
    id: bookingId,
    sequence: 1,
    startAt: at(0),
    hosts: [{ id: to.accountId }],
    // Whoever gave it away has no more to do with it.
    formerHosts: null,
    whyHost: null,
    attendees: [{ name: null }],
  });
  const see = `query ($id: ID!) { booking(id: $id) { ${fields} } }`;
  const seenBy = async (caller: Caller) =>
    (await scheduling.data(caller, see, { id: bookingId })).booking;
  const host = { id: to.accountId };
  const whom = { fromHost: { id: from.accountId }, toHost: host };
  expect(await seenBy(to)).toMatchObject({
    formerHosts: [{ id: from.accountId }],
    whyHost: [{ host, reason: "BY_HAND", chosenBy: { id: from.accountId }, standings: [] }],
    attendees: [{ name: "Ada Lovelace" }],
    history: { nodes: [{ kind: "REASSIGNED", by: "HOST", byId: from.accountId, ...whom }] },
  });
  expect(await seenBy(from)).toBeNull();
  expect(await seenBy(attendeeOf(booked))).toMatchObject({
    formerHosts: null,
    whyHost: null,
    hosts: [host],
    history: { nodes: [{ kind: "REASSIGNED", ...whom }] },
  });
  const told = await scheduling.sql(
    "SELECT data FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.booking.reassigned'",
    [bookingId],
  );
  expect(told).toMatchObject([{ data: { sequence: 1, by: "HOST", ...ids } }]);
  // A retry is answered and tells nobody; the time of the first host is open again.
  expect((await reassign(to, { bookingId, ...ids })).data.reassignHost.sequence).toBe(1);
  for (let i = 0; i < 2; i += 1) {
    expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBeNull();
  }
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBe("SLOT_TAKEN");
  await expectSound(scheduling);
});

test("a meeting with several seats changes hands with everybody in it", async () => {
  const { from, others, meetingTypeId, bookingId } = await offerTurns({ seats: 3 });
  const [to] = others;
  const second = await book(scheduling, { meetingTypeId, startAt: at(0) });
  expect(second.data.bookMeeting.booking.host.id).toBe(from.accountId);
  const input = { bookingId, fromHostId: from.accountId, toHostId: to.accountId };
  expect(codeOf(await reassign(from, input))).toBeNull();
  const third = await book(scheduling, { meetingTypeId, startAt: at(0) });
  expect(third.data.bookMeeting.booking.host.id).toBe(to.accountId);
  const hosts = await scheduling.sql(
    `SELECT DISTINCT r.host_id, r.occurrence_id FROM reservation r JOIN booking b ON b.id = r.booking_id
     WHERE b.meeting_type_id = $1`,
    [meetingTypeId],
  );
  expect(hosts).toEqual([{ host_id: to.accountId, occurrence_id: expect.any(String) }]);
  await expectSound(scheduling);
});

test("whoever has another meeting, is away or has blocked the time does not get the booking", async () => {
  const { organizationId, admin, from, others, bookingId, meetingTypeId } = await offerTurns();
  const [busy, away] = others;
  const ids = { bookingId, fromHostId: from.accountId };
  const [first, second] = [
    await book(scheduling, { meetingTypeId, startAt: at(0) }),
    await book(scheduling, { meetingTypeId, startAt: at(0) }),
  ];
  const isBusy = ({ data }: typeof first) => data.bookMeeting.booking.host.id === busy.accountId;
  const theirs = isBusy(first) ? second : first;
  const refused = await reassign(admin, { ...ids, toHostId: busy.accountId });
  expect(codeOf(refused)).toBe("HOST_NOT_AVAILABLE");
  const cancel = { bookingId: theirs.data.bookMeeting.booking.id };
  await send(admin, cancelQuery, cancel);
  const times = { organizationId, startAt: at(15), endAt: at(20), idempotencyKey: newId() };
  const blocking = `mutation ($input: BlockTimeInput!) { blockTime(input: $input) { id } }`;
  const blocked = await send(away, blocking, times);
  const give = () => reassign(admin, { ...ids, toHostId: away.accountId });
  expect(codeOf(await give())).toBe("HOST_NOT_AVAILABLE");
  const opening = `mutation ($input: DeleteBlockedTimeInput!) { deleteBlockedTime(input: $input) { id } }`;
  await send(away, opening, { blockedTimeId: blocked.data.blockTime.id });
  const days = { organizationId, startsOn: "2027-02-02", endsOn: "2027-02-02" };
  const leaving = `mutation ($input: CreateAbsenceInput!) { createAbsence(input: $input) { id } }`;
  const left = await send(away, leaving, days);
  expect(codeOf(await give())).toBe("HOST_NOT_AVAILABLE");
  const rows = await scheduling.sql("SELECT sequence FROM booking WHERE id = $1", [bookingId]);
  expect(rows).toEqual([{ sequence: 0 }]);
  const back = `mutation ($input: DeleteAbsenceInput!) { deleteAbsence(input: $input) { id } }`;
  await send(away, back, { absenceId: left.data.createAbsence.id });
  expect((await give()).data.reassignHost).toMatchObject({
    hosts: [{ id: away.accountId }],
    formerHosts: [{ id: from.accountId }],
    history: { nodes: [{ by: "ADMIN", byId: admin.accountId }] },
  });
  await expectSound(scheduling);
});

test("an admin may choose any member with hours, a host only hosts of the meeting type", async () => {
  const { organizationId, host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const { id: bookingId } = booked.data.bookMeeting.booking;
  const member = account(organizationId, "MEMBER");
  await createSchedule(scheduling, member, {
    organizationId,
    weekly: [{ days: [1], start: "12:00", end: "13:00" }],
  });
  const ids = { bookingId, fromHostId: host.accountId, toHostId: member.accountId };
  const admin = account(organizationId, "OWNER");
  expect(problemsOf(await reassign(host, ids))).toEqual(["toHostId UNKNOWN_HOST"]);
  expect(codeOf(await reassign(host, { ...ids, mayBeAnyMember: true }))).toBe("FORBIDDEN");
  expect(problemsOf(await reassign(admin, ids))).toEqual(["toHostId UNKNOWN_HOST"]);
  const stranger = { ...ids, toHostId: newId(), mayBeAnyMember: true };
  expect(problemsOf(await reassign(admin, stranger))).toEqual(["toHostId UNKNOWN_HOST"]);
  const wrong = { ...ids, fromHostId: newId() };
  expect(problemsOf(await reassign(admin, wrong))).toEqual(["fromHostId UNKNOWN_HOST"]);
  const same = { ...ids, toHostId: host.accountId };
  expect(problemsOf(await reassign(admin, same))).toEqual(["toHostId SAME_PERSON"]);
  expect(codeOf(await reassign(attendeeOf(booked), ids))).toBe("FORBIDDEN");
  for (const who of [anonymous, member, account(newId(), "OWNER")]) {
    expect(codeOf(await reassign(who, ids))).toBe("NOT_FOUND");
  }
  const given = await reassign(admin, { ...ids, mayBeAnyMember: true });
  expect(given.data.reassignHost.hosts).toEqual([{ id: member.accountId }]);

  // From then on it moves within the hours of whoever has it: Mondays from noon to one.
  const move = (startAt: string) => send(admin, rescheduleQuery, { bookingId, startAt });
  expect(codeOf(await move(at(60)))).toBe("SLOT_OUTSIDE_HOURS");
  expect(codeOf(await move("2027-02-08T11:00:00Z"))).toBeNull();
  expect(codeOf(await move("2027-02-08T11:30:00Z"))).toBeNull();
  await send(admin, cancelQuery, { bookingId });
  const back = { bookingId, fromHostId: member.accountId, toHostId: host.accountId };
  expect(codeOf(await reassign(admin, back))).toBe("BOOKING_NOT_ACTIVE");
});

test("of two who give one booking away at once one does, and of it and a booking one gets the time", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { admin, from, others, bookingId } = await offerTurns();
    const [one, two] = await Promise.all(
      others.map(({ accountId: toHostId }) =>
        reassign(admin, { bookingId, fromHostId: from.accountId, toHostId }),
      ),
    );
    const outcomes = [one, two].map((answer) => codeOf(answer!));
    expect(outcomes.sort()).toEqual(["INVALID_INPUT", null]);
    const taken = await scheduling.sql(
      "SELECT host_id FROM reservation WHERE booking_id = $1 AND state = 'CONFIRMED'",
      [bookingId],
    );
    expect(taken).toHaveLength(1);
  }
  for (let round = 0; round < 4; round += 1) {
    const { admin, from, others, bookingId, meetingTypeId } = await offerTurns();
    const [to] = others;
    // Of the two who are free, one is asked for by hand, and both by two who book.
    const [given, ...booked] = await Promise.all([
      reassign(admin, { bookingId, fromHostId: from.accountId, toHostId: to.accountId }),
      book(scheduling, { meetingTypeId, startAt: at(0) }),
      book(scheduling, { meetingTypeId, startAt: at(0) }),
      book(scheduling, { meetingTypeId, startAt: at(0) }),
    ]);
    expect([null, "HOST_NOT_AVAILABLE"]).toContain(codeOf(given));
    const got = booked.filter((answer) => codeOf(answer) === null).length;
    expect(booked.every((answer) => [null, "SLOT_TAKEN"].includes(codeOf(answer)))).toBe(true);
    expect(got).toBe(2);
  }
  await expectSound(scheduling);
});
