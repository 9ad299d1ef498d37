import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  cancelQuery,
  offerMeeting,
  rescheduleQuery,
  starts,
} from "./support/operations.ts";
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

async function booked() {
  const offer = await offerMeeting(scheduling);
  const answer = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: nine });
  const { id: bookingId } = answer.data.bookMeeting.booking;
  const told = () =>
    scheduling.sql(
      "SELECT type, aggregate_version::int AS version, data FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version",
      [bookingId],
    );
  return { ...offer, answer, bookingId: bookingId as string, attendee: attendeeOf(answer), told };
}

test("host, admin and attendee may each move a booking; its sequence rises and its old time opens", async () => {
  const { host, attendee, organizationId, bookingId, meetingTypeId, told } = await booked();
  const admin = account(organizationId, "ADMIN");
  const times = [
    "2027-02-02T09:00:00.000Z",
    "2027-02-03T10:30:00.000Z",
    "2027-02-02T09:30:00.000Z",
  ];
  for (const [i, caller] of [host, attendee, admin].entries()) {
    const input = { bookingId, startAt: times[i] };
    const { rescheduleBooking } = await scheduling.data(caller, rescheduleQuery, { input });
    expect(rescheduleBooking).toMatchObject({
      startAt: times[i],
      sequence: i + 1,
      state: "CONFIRMED",
    });
  }
  expect((await told()).map(({ type, version, data }) => [type, version, data.sequence])).toEqual([
    ["scheduling.booking.made", 1, undefined],
    ["scheduling.booking.rescheduled", 2, 1],
    ["scheduling.booking.rescheduled", 3, 2],
    ["scheduling.booking.rescheduled", 4, 3],
  ]);
  const open = await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" });
  expect(open).toContain(nine);
  expect(open).not.toContain("2027-02-02T09:30:00.000Z");
});

test("a booking may move to a time that overlaps its own", async () => {
  const offer = await offerMeeting(scheduling, {
    meetingType: { durationsMinutes: [60], stepMinutes: 15, bufferAfterMinutes: 15 },
  });
  const answer = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: nine });
  const input = {
    bookingId: answer.data.bookMeeting.booking.id,
    startAt: "2027-02-02T08:15:00.000Z",
  };
  const { rescheduleBooking } = await scheduling.data(offer.host, rescheduleQuery, { input });
  expect(rescheduleBooking.endAt).toBe("2027-02-02T09:15:00.000Z");
});

test("a move that was made already, or that fails, changes nothing and tells nobody", async () => {
  const { host, bookingId, meetingTypeId, told } = await booked();
  await book(scheduling, { meetingTypeId, startAt: ten });
  const move = (startAt: string) =>
    scheduling.ask(host, { query: rescheduleQuery, variables: { input: { bookingId, startAt } } });
  expect((await move(nine)).data.rescheduleBooking.sequence).toBe(0);
  expect(codeOf(await move(ten))).toBe("SLOT_TAKEN");
  expect(codeOf(await move("2027-02-02T03:00:00Z"))).toBe("SLOT_OUTSIDE_HOURS");
  expect(codeOf(await move("2027-01-02T09:00:00Z"))).toBe("SLOT_IN_PAST");
  const { booking } = await scheduling.data(host, bookingQuery, { id: bookingId });
  expect(booking).toMatchObject({ startAt: nine, sequence: 0 });
  expect(await told()).toHaveLength(1);
});

test("a cancelled booking opens its time, says by whom, and cannot be moved", async () => {
  const { host, attendee, bookingId, meetingTypeId, told } = await booked();
  const input = { bookingId, reason: "I am ill" };
  const { cancelBooking } = await scheduling.data(attendee, cancelQuery, { input });
  expect(cancelBooking).toMatchObject({
    state: "CANCELLED",
    sequence: 1,
    cancellation: { at: new Date(monday).toISOString(), by: "ATTENDEE" },
    attendees: [{ cancellationReason: "I am ill" }],
  });
  const again = await scheduling.data(host, cancelQuery, { input: { bookingId } });
  expect(again.cancelBooking).toMatchObject({ sequence: 1, cancellation: { by: "ATTENDEE" } });
  const move = { bookingId, startAt: ten };
  const moved = await scheduling.ask(host, { query: rescheduleQuery, variables: { input: move } });
  expect(codeOf(moved)).toBe("BOOKING_NOT_ACTIVE");
  expect(await told()).toMatchObject([
    { type: "scheduling.booking.made" },
    { type: "scheduling.booking.cancelled", data: { bookingId, sequence: 1, by: "ATTENDEE" } },
  ]);
  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).toContain(nine);
});

test("a booking that is over can neither be moved nor cancelled", async () => {
  const { host, bookingId } = await booked();
  scheduling.clock.now = Date.parse("2027-02-02T08:30:00Z");
  const cancelled = await scheduling.ask(host, {
    query: cancelQuery,
    variables: { input: { bookingId } },
  });
  expect(codeOf(cancelled)).toBe("BOOKING_NOT_ACTIVE");
  const input = { bookingId, startAt: "2027-02-03T08:00:00Z" };
  const moved = await scheduling.ask(host, { query: rescheduleQuery, variables: { input } });
  expect(codeOf(moved)).toBe("BOOKING_NOT_ACTIVE");
});

test("a request that changes a booking twice sees each change", async () => {
  const { host, bookingId } = await booked();
  const fields = "startAt state attendees { name cancellationReason }";
  const query = `mutation ($move: RescheduleBookingInput!, $cancel: CancelBookingInput!) {
    moved: rescheduleBooking(input: $move) { ${fields} }
    cancelled: cancelBooking(input: $cancel) { ${fields} }
  }`;
  const variables = {
    move: { bookingId, startAt: ten },
    cancel: { bookingId, reason: "Snow" },
  };
  const { moved, cancelled } = await scheduling.data(host, query, variables);
  expect(moved).toMatchObject({ startAt: ten, attendees: [{ cancellationReason: null }] });
  expect(cancelled).toMatchObject({
    startAt: ten,
    state: "CANCELLED",
    attendees: [{ cancellationReason: "Snow" }],
  });
});

const holdQuery = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id startAt expiresAt releasedAt } }`;
const releaseQuery = `mutation ($input: ReleaseHoldInput!) { releaseHold(input: $input) { id releasedAt } }`;

test("a held slot is nobody else's until it is booked with the hold", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const input = { meetingTypeId, startAt: nine };
  const { holdSlot } = await scheduling.data(anonymous, holdQuery, { input });
  expect(holdSlot).toMatchObject({ startAt: nine, releasedAt: null });
  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).not.toContain(nine);
  expect(codeOf(await book(scheduling, input))).toBe("SLOT_TAKEN");
  const second = await scheduling.ask(anonymous, { query: holdQuery, variables: { input } });
  expect(codeOf(second)).toBe("SLOT_TAKEN");

  const withHold = { ...input, holdId: holdSlot.id };
  expect(codeOf(await book(scheduling, withHold))).toBeNull();
  expect(codeOf(await book(scheduling, withHold))).toBe("HOLD_EXPIRED");
  const rows = await scheduling.sql(
    "SELECT state, booking_id IS NOT NULL AS booked FROM reservation WHERE hold_id = $1",
    [holdSlot.id],
  );
  expect(rows).toEqual([{ state: "CONFIRMED", booked: true }]);
  // The booking has the time now; giving the hold back takes nothing from it.
  await scheduling.data(anonymous, releaseQuery, { input: { holdId: holdSlot.id } });
  expect(codeOf(await book(scheduling, input))).toBe("SLOT_TAKEN");
});

test("a slot that was held in time may be booked when its notice has run out", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { noticeMinutes: 60 } });
  scheduling.clock.now = Date.parse(nine) - 60 * 60_000;
  const input = { meetingTypeId, startAt: nine };
  const { holdSlot } = await scheduling.data(anonymous, holdQuery, { input });
  scheduling.clock.now += 4 * 60_000;
  expect(codeOf(await book(scheduling, { ...input, holdId: holdSlot.id }))).toBeNull();
});

test("a hold that is given back opens its slot, once", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const input = { meetingTypeId, startAt: nine };
  const { holdSlot } = await scheduling.data(anonymous, holdQuery, { input });
  const release = (holdId: string) =>
    scheduling.ask(anonymous, { query: releaseQuery, variables: { input: { holdId } } });
  const first = await release(holdSlot.id);
  expect(first.data.releaseHold.releasedAt).toBe(new Date(monday).toISOString());
  scheduling.clock.now += 1_000;
  expect((await release(holdSlot.id)).data).toEqual(first.data);
  expect(codeOf(await release(newId()))).toBe("HOLD_NOT_FOUND");
  expect(codeOf(await book(scheduling, { ...input, holdId: holdSlot.id }))).toBe("HOLD_EXPIRED");
  expect(codeOf(await book(scheduling, input))).toBeNull();
});
