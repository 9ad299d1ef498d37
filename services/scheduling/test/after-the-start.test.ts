import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  cancelQuery,
  offerMeeting,
  organization,
  rescheduleQuery,
  updateMeetingType,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import {
  account,
  codeOf,
  monday,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(() => {
  scheduling.clock.now = monday;
});
afterAll(() => scheduling.stop());

const nine = "2027-02-02T08:00:00.000Z";
const ten = "2027-02-02T09:00:00.000Z";
const start = Date.parse(nine);
const hour = 60 * 60_000;
const noShowQuery = `mutation ($input: RecordNoShowInput!) { recordNoShow(input: $input) { state sequence } }`;
const undoQuery = `mutation ($input: UndoNoShowInput!) { undoNoShow(input: $input) { state sequence } }`;

async function booked(meetingType: Record<string, unknown> = {}) {
  const offer = await offerMeeting(scheduling, { meetingType });
  const answer = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: nine });
  const attendee = attendeeOf(answer);
  const input = { bookingId: attendee.bookingId };
  const ask = async (caller: Parameters<Scheduling["ask"]>[0], query: string, more = {}) =>
    codeOf(await scheduling.ask(caller, { query, variables: { input: { ...input, ...more } } }));
  const state = async () =>
    (await scheduling.data(offer.host, bookingQuery, { id: input.bookingId })).booking.state;
  return { ...offer, attendee, input, ask, state };
}

test("a booking is completed once it is over, and lists find it as that", async () => {
  const { organizationId, host, input, state } = await booked();
  const find = async (states: string) => {
    const field = `bookings(filter: { states: ${states} }) { nodes { id } }`;
    return (await organization(scheduling, host, { id: organizationId, field })).bookings.nodes;
  };
  expect(await find("[CONFIRMED]")).toEqual([{ id: input.bookingId }]);
  scheduling.clock.now = start + hour / 2;
  expect(await state()).toBe("COMPLETED");
  expect(await find("[COMPLETED]")).toEqual([{ id: input.bookingId }]);
  expect(await find("[CONFIRMED, NO_SHOW]")).toEqual([]);
  await scheduling.data(host, noShowQuery, { input });
  expect(await find("[NO_SHOW]")).toEqual([{ id: input.bookingId }]);
  expect(await find("[COMPLETED]")).toEqual([]);
});

test("that nobody came is noted by a host from the start on, once, and can be taken back", async () => {
  const { host, input, ask, state } = await booked();
  expect(await ask(host, noShowQuery)).toBe("BOOKING_NOT_BEGUN");
  scheduling.clock.now = start;
  expect(await ask(host, noShowQuery)).toBeNull();
  expect(await ask(host, noShowQuery)).toBeNull();
  expect(await state()).toBe("NO_SHOW");
  expect(await ask(host, cancelQuery)).toBe("BOOKING_NOT_ACTIVE");
  expect(await ask(host, undoQuery)).toBeNull();
  expect(await ask(host, undoQuery)).toBeNull();
  expect(await state()).toBe("CONFIRMED");
  const told = await scheduling.sql(
    "SELECT type FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version",
    [input.bookingId],
  );
  expect(told.map(({ type }) => type)).toEqual([
    "scheduling.booking.made",
    "scheduling.booking.missed",
    "scheduling.booking.attended",
  ]);
  const query = `query ($id: ID!) { booking(id: $id) { history { nodes { kind state } } } }`;
  const { booking } = await scheduling.data(host, query, { id: input.bookingId });
  expect(booking.history.nodes).toEqual([
    { kind: "NO_SHOW_UNDONE", state: "CONFIRMED" },
    { kind: "NO_SHOW", state: "NO_SHOW" },
    { kind: "MADE", state: "CONFIRMED" },
  ]);
  await expectSound(scheduling);
});

test("neither an attendee nor a stranger says who came, and nobody of what was cancelled", async () => {
  const { organizationId, host, attendee, ask } = await booked();
  scheduling.clock.now = start + 60_000;
  expect(await ask(attendee, noShowQuery)).toBe("FORBIDDEN");
  expect(await ask(attendee, undoQuery)).toBe("FORBIDDEN");
  expect(await ask(account(organizationId, "MEMBER"), noShowQuery)).toBe("NOT_FOUND");
  expect(await ask(account(organizationId, "ADMIN"), cancelQuery)).toBeNull();
  expect(await ask(host, noShowQuery)).toBe("BOOKING_NOT_ACTIVE");
});

test("an attendee cancels and moves until the notice, to the very instant; a host always", async () => {
  const one = await booked({ changeNoticeMinutes: 24 * 60 });
  const other = await booked({ changeNoticeMinutes: 24 * 60 });
  scheduling.clock.now = start - 24 * hour;
  expect(await one.ask(one.attendee, rescheduleQuery, { startAt: ten })).toBeNull();
  expect(await one.ask(one.attendee, cancelQuery)).toBeNull();
  scheduling.clock.now += 1;
  expect(await other.ask(other.attendee, cancelQuery)).toBe("CANCELLATION_TOO_LATE");
  const move = { startAt: ten };
  expect(await other.ask(other.attendee, rescheduleQuery, move)).toBe("RESCHEDULING_TOO_LATE");
  expect(await other.state()).toBe("CONFIRMED");
  expect(await other.ask(other.host, rescheduleQuery, move)).toBeNull();
  expect(await other.ask(other.host, cancelQuery)).toBeNull();
  await expectSound(scheduling);
});

test("what was said when it was booked holds: neither is a longer notice asked for later, nor a shorter one", async () => {
  const short = await booked({ changeNoticeMinutes: 60 });
  const long = await booked({ changeNoticeMinutes: 24 * 60 });
  for (const [{ host, meetingTypeId }, changeNoticeMinutes] of [
    [short, 24 * 60],
    [long, 60],
  ] as const) {
    const input = { meetingTypeId, changeNoticeMinutes };
    expect(codeOf(await updateMeetingType(scheduling, host, input))).toBeNull();
  }
  scheduling.clock.now = start - 2 * hour;
  expect(await long.ask(long.attendee, cancelQuery)).toBe("CANCELLATION_TOO_LATE");
  // Moved in time it keeps its terms, at the new time.
  expect(await short.ask(short.attendee, rescheduleQuery, { startAt: ten })).toBeNull();
  scheduling.clock.now = Date.parse(ten) - hour;
  expect(await short.ask(short.attendee, cancelQuery)).toBeNull();
});

test("what waits for a yes can be withdrawn until its start", async () => {
  const { attendee, ask } = await booked({ needsConfirmation: true, changeNoticeMinutes: 2_880 });
  scheduling.clock.now = start - hour;
  expect(await ask(attendee, cancelQuery)).toBeNull();
});

test("a notice that is nonsense is not stored", async () => {
  const { host, meetingTypeId } = await booked();
  for (const changeNoticeMinutes of [-1, 525_601]) {
    const answer = await updateMeetingType(scheduling, host, {
      meetingTypeId,
      changeNoticeMinutes,
    });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
  }
});
