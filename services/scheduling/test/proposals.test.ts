import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
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
const fields = `id state sequence startAt answerBy proposal { id state startsAt by answeredAt }
  history(first: 1) { nodes { kind by } }`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const queries = {
  propose: mutation("proposeTimes", "ProposeTimesInput"),
  accept: mutation("acceptProposal", "AcceptProposalInput"),
  decline: mutation("declineProposal", "ProposalInput"),
  withdraw: mutation("withdrawProposal", "ProposalInput"),
};
const send = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });
const see = async (caller: Caller, id: string) =>
  (await scheduling.data(caller, `query ($id: ID!) { booking(id: $id) { ${fields} } }`, { id }))
    .booking;
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();

async function bookOne(meetingType: Record<string, unknown> = {}) {
  const offered = await offerMeeting(scheduling, { meetingType });
  const { organizationId, host, meetingTypeId } = offered;
  const booked = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const bookingId = booked.data.bookMeeting.booking.id as string;
  return { organizationId, host, meetingTypeId, bookingId, attendee: attendeeOf(booked) };
}

async function proposed(by: Caller, bookingId: string, startsAt = [at(120), at(60)]) {
  const answer = await send(by, queries.propose, { bookingId, startsAt });
  return answer.data.proposeTimes.proposal.id as string;
}

test("a host proposes times and the attendee takes one; nothing is reserved until then", async () => {
  const { host, attendee, bookingId, meetingTypeId } = await bookOne({ needsConfirmation: true });
  const asked = await send(host, queries.propose, { bookingId, startsAt: [at(120), at(60)] });
  const { proposal, ...booking } = asked.data.proposeTimes;
  expect(booking).toMatchObject({ sequence: 0, startAt: at(0), state: "PENDING" });
  expect(booking.history.nodes).toEqual([{ kind: "TIMES_PROPOSED", by: "HOST" }]);
  expect(proposal).toMatchObject({ state: "OPEN", by: "HOST", startsAt: [at(60), at(120)] });
  expect((await see(attendee, bookingId)).proposal).toEqual(proposal);
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(60) }))).toBeNull();

  const accept = (startAt: string) =>
    send(attendee, queries.accept, { proposalId: proposal.id, startAt });
  expect(codeOf(await accept(at(60)))).toBe("SLOT_TAKEN");
  expect(problemsOf(await accept(at(90)))).toEqual(["startAt NOT_PROPOSED"]);
  expect(await see(host, bookingId)).toMatchObject({ startAt: at(0), proposal: { state: "OPEN" } });
  // Both sides have said yes to it: nobody is asked to confirm it.
  expect((await accept(at(120))).data.acceptProposal).toMatchObject({
    state: "CONFIRMED",
    sequence: 1,
    startAt: at(120),
    answerBy: null,
    proposal: { state: "ACCEPTED" },
    history: { nodes: [{ kind: "RESCHEDULED", by: "ATTENDEE" }] },
  });
  expect((await accept(at(120))).data.acceptProposal.sequence).toBe(1);
  const told = await scheduling.sql(
    "SELECT type, data->>'by' AS by FROM outbox WHERE aggregate_id = $1 ORDER BY seq",
    [bookingId],
  );
  expect(told).toEqual([
    { type: "scheduling.booking.made", by: null },
    { type: "scheduling.times.proposed", by: "HOST" },
    { type: "scheduling.booking.rescheduled", by: null },
  ]);
  await expectSound(scheduling);
});

test("only the other side answers, and only whoever proposed takes it back", async () => {
  const { organizationId, host, attendee, bookingId } = await bookOne();
  const proposalId = await proposed(attendee, bookingId);
  const named = { proposalId };
  expect(codeOf(await send(attendee, queries.decline, named))).toBe("FORBIDDEN");
  expect(codeOf(await send(attendee, queries.accept, { proposalId, startAt: at(60) }))).toBe(
    "FORBIDDEN",
  );
  expect(codeOf(await send(host, queries.withdraw, named))).toBe("FORBIDDEN");
  const other = await bookOne();
  const strangers = [anonymous, account(newId(), "OWNER"), other.attendee, other.host];
  for (const who of [...strangers, account(organizationId, "MEMBER")]) {
    expect(codeOf(await send(who, queries.decline, named))).toBe("NOT_FOUND");
    const ask = { bookingId, startsAt: [at(60)] };
    expect(codeOf(await send(who, queries.propose, ask))).toBe("NOT_FOUND");
  }
  const declined = await send(account(organizationId, "ADMIN"), queries.decline, named);
  expect(declined.data.declineProposal).toMatchObject({
    sequence: 0,
    startAt: at(0),
    proposal: { state: "DECLINED" },
    history: { nodes: [{ kind: "TIMES_DECLINED", by: "ADMIN" }] },
  });
  expect(codeOf(await send(host, queries.accept, { proposalId, startAt: at(60) }))).toBe(
    "PROPOSAL_NOT_OPEN",
  );
  const again = { proposalId: await proposed(attendee, bookingId) };
  const taken = await send(attendee, queries.withdraw, again);
  expect(taken.data.withdrawProposal.proposal.state).toBe("WITHDRAWN");
  expect(codeOf(await send(host, queries.decline, again))).toBe("PROPOSAL_NOT_OPEN");
});

test("one proposal is open at a time, until the booking is changed otherwise or its times are over", async () => {
  const { host, attendee, bookingId } = await bookOne();
  const first = await proposed(host, bookingId);
  expect(await proposed(host, bookingId)).toBe(first);
  const ask = { bookingId, startsAt: [at(180)] };
  for (const who of [host, attendee]) {
    expect(codeOf(await send(who, queries.propose, ask))).toBe("PROPOSAL_OPEN");
  }
  await send(attendee, rescheduleQuery, { bookingId, startAt: at(30) });
  expect((await see(host, bookingId)).proposal.state).toBe("EXPIRED");
  const second = await proposed(attendee, bookingId, [at(180)]);
  const rows = await scheduling.sql(
    "SELECT id, state FROM proposal WHERE booking_id = $1 ORDER BY id",
    [bookingId],
  );
  expect(rows).toEqual([
    { id: first, state: "EXPIRED" },
    { id: second, state: "OPEN" },
  ]);
  await send(host, cancelQuery, { bookingId });
  expect((await see(attendee, bookingId)).proposal.state).toBe("EXPIRED");
  expect(codeOf(await send(host, queries.accept, { proposalId: second, startAt: at(180) }))).toBe(
    "BOOKING_NOT_ACTIVE",
  );
  expect(codeOf(await send(host, queries.propose, ask))).toBe("BOOKING_NOT_ACTIVE");
});

test("times that cannot be are refused with their paths", async () => {
  const { host, bookingId } = await bookOne();
  const wrong = async (...startsAt: string[]) =>
    problemsOf(await send(host, queries.propose, { bookingId, startsAt }));
  expect(await wrong("2020-01-01T09:00:00Z", at(0), at(60), at(60))).toEqual([
    "startsAt.0 IN_PAST",
    "startsAt.1 SAME_TIME",
    "startsAt.3 REPEATED",
  ]);
  expect(await wrong("2027-02-02T09:00:01Z", "2035-01-01T09:00:00Z")).toEqual([
    "startsAt.0 WRONG_FORMAT",
    "startsAt.1 TOO_LARGE",
  ]);
  expect(await wrong()).toHaveLength(1);
  expect(await wrong(...[1, 2, 3, 4, 5, 6].map((hour) => at(hour * 60)))).toHaveLength(1);
  expect((await see(host, bookingId)).proposal).toBeNull();
});

test("accepted twice or cancelled at once, a booking is one thing and told once", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { host, attendee, bookingId } = await bookOne();
    const proposalId = await proposed(host, bookingId);
    const accept = (startAt: string) => send(attendee, queries.accept, { proposalId, startAt });
    const answers = await Promise.all([accept(at(60)), accept(at(120)), accept(at(60))]);
    const counts = codes(answers);
    expect(["BOOKED,PROPOSAL_NOT_OPEN"]).toContain(Object.keys(counts).sort().join());
    const told = await scheduling.sql(
      "SELECT 1 FROM outbox WHERE aggregate_id = $1 AND type = 'scheduling.booking.rescheduled'",
      [bookingId],
    );
    expect(told).toHaveLength(1);
  }
  for (let round = 0; round < 4; round += 1) {
    const { host, attendee, bookingId } = await bookOne();
    const proposalId = await proposed(host, bookingId);
    const [accepted, cancelled] = await Promise.all([
      send(attendee, queries.accept, { proposalId, startAt: at(60) }),
      send(host, cancelQuery, { bookingId }),
    ]);
    expect([null, "BOOKING_NOT_ACTIVE"]).toContain(codeOf(accepted));
    expect(codeOf(cancelled)).toBeNull();
    expect((await see(host, bookingId)).state).toBe("CANCELLED");
  }
  for (let round = 0; round < 4; round += 1) {
    const { host, attendee, bookingId } = await bookOne();
    const answers = await Promise.all(
      [host, attendee, host].map((who, i) =>
        send(who, queries.propose, { bookingId, startsAt: [at(60 + i * 30)] }),
      ),
    );
    expect(codes(answers)).toEqual({ BOOKED: 1, PROPOSAL_OPEN: 2 });
  }
  await expectSound(scheduling);
});

test("notice counts from the proposal, and the horizon from the answer", async () => {
  const { host, attendee, bookingId } = await bookOne({ horizonDays: 7, noticeMinutes: 720 });
  const inNineDays = "2027-02-10T08:00:00.000Z";
  const early = scheduling.clock.now;
  const answer = async (startAt: string, now: number) => {
    const proposalId = (await see(attendee, bookingId)).proposal.id as string;
    scheduling.clock.now = now;
    try {
      return codeOf(await send(attendee, queries.accept, { proposalId, startAt }));
    } finally {
      scheduling.clock.now = early;
    }
  };
  await proposed(host, bookingId, [at(60)]);
  const shortlyBefore = nine - 60_000;
  expect(await answer(at(60), shortlyBefore)).toBeNull();
  const inSixDays = "2027-02-07T08:00:00.000Z";
  await send(host, rescheduleQuery, { bookingId, startAt: inSixDays });
  await proposed(host, bookingId, [inNineDays]);
  expect(await answer(inNineDays, early)).toBe("SLOT_BEYOND_HORIZON");
  expect(await answer(inNineDays, early + 2 * 86_400_000)).toBeNull();
});
