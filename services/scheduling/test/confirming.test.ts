import { anonymous } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  cancelQuery,
  confirmQuery,
  declineQuery,
  offerMeeting,
  rescheduleQuery,
  starts,
  updateMeetingType,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
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
const hour = 60 * 60_000;

async function askedFor(changes: Record<string, unknown> = {}) {
  const offer = await offerMeeting(scheduling, {
    meetingType: { needsConfirmation: true, confirmWithinMinutes: 120, ...changes },
  });
  const answer = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: nine });
  const { id: bookingId, state } = answer.data.bookMeeting.booking;
  const told = () =>
    scheduling.sql(
      "SELECT type, data FROM outbox WHERE aggregate_id = $1 ORDER BY aggregate_version",
      [bookingId],
    );
  const input = { bookingId: bookingId as string };
  return { ...offer, input, state, attendee: attendeeOf(answer), told };
}

test("a booking that a host has to confirm waits, its time is nobody else's, and a yes confirms it once", async () => {
  const { host, input, state, meetingTypeId, told } = await askedFor();
  expect(state).toBe("PENDING");
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: nine }))).toBe("SLOT_TAKEN");
  const query = `query ($id: ID!) { booking(id: $id) { answerBy } }`;
  const { booking } = await scheduling.data(host, query, { id: input.bookingId });
  expect(booking.answerBy).toBe(new Date(monday + 2 * hour).toISOString());

  for (const _ of [1, 2]) {
    const { confirmBooking } = await scheduling.data(host, confirmQuery, { input });
    expect(confirmBooking).toMatchObject({ state: "CONFIRMED", sequence: 1, answerBy: null });
  }
  expect(await told()).toMatchObject([
    { type: "scheduling.booking.made", data: { isPending: true } },
    { type: "scheduling.booking.confirmed", data: { sequence: 1, by: "HOST" } },
  ]);
  await expectSound(scheduling);
});

test("a no opens the time, and its reason is for the attendee", async () => {
  const { host, input, meetingTypeId, attendee, told } = await askedFor();
  const declined = { ...input, reason: "I am away" };
  const { declineBooking } = await scheduling.data(host, declineQuery, { input: declined });
  expect(declineBooking).toMatchObject({
    state: "DECLINED",
    sequence: 1,
    cancellation: { at: new Date(monday).toISOString(), by: "HOST" },
    attendees: [{ cancellationReason: "I am away" }],
  });
  const { booking } = await scheduling.data(attendee, bookingQuery, { id: input.bookingId });
  expect(booking).toMatchObject({
    state: "DECLINED",
    attendees: [{ cancellationReason: "I am away" }],
  });
  const [sealed] = await scheduling.sql(
    "SELECT cancellation_reason FROM attendee WHERE booking_id = $1",
    [input.bookingId],
  );
  expect(sealed.cancellation_reason.toString("latin1")).not.toContain("away");
  expect(await told()).toMatchObject([
    {},
    { type: "scheduling.booking.declined", data: { sequence: 1, by: "HOST" } },
  ]);
  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).toContain(nine);
  await expectSound(scheduling);
});

test("what was declined can be neither confirmed, moved nor cancelled, and what was confirmed not declined", async () => {
  const { host, input } = await askedFor();
  await scheduling.data(host, declineQuery, { input });
  const ask = async (query: string, more = {}) =>
    codeOf(await scheduling.ask(host, { query, variables: { input: { ...input, ...more } } }));
  expect(await ask(confirmQuery)).toBe("BOOKING_NOT_PENDING");
  expect(await ask(cancelQuery)).toBe("BOOKING_NOT_ACTIVE");
  expect(await ask(rescheduleQuery, { startAt: ten })).toBe("BOOKING_NOT_ACTIVE");
  const other = await askedFor();
  await scheduling.data(other.host, confirmQuery, { input: other.input });
  const refused = await scheduling.ask(other.host, {
    query: declineQuery,
    variables: { input: other.input },
  });
  expect(codeOf(refused)).toBe("BOOKING_NOT_PENDING");
});

test("hosts and admins answer; an attendee may only withdraw, and for others there is no booking", async () => {
  const { organizationId, input, attendee } = await askedFor();
  const ask = async (caller: Parameters<Scheduling["ask"]>[0], query: string) =>
    codeOf(await scheduling.ask(caller, { query, variables: { input } }));
  for (const query of [confirmQuery, declineQuery]) {
    expect(await ask(attendee, query)).toBe("FORBIDDEN");
    expect(await ask(account(organizationId, "MEMBER"), query)).toBe("NOT_FOUND");
    expect(await ask(anonymous, query)).toBe("NOT_FOUND");
  }
  expect(await ask(account(organizationId, "ADMIN"), confirmQuery)).toBeNull();
  const withdrawn = await askedFor();
  const { cancelBooking } = await scheduling.data(withdrawn.attendee, cancelQuery, {
    input: withdrawn.input,
  });
  expect(cancelBooking.state).toBe("CANCELLED");
});

test("an attendee who moves a confirmed booking asks anew; a host who moves it does not", async () => {
  const { host, input, attendee } = await askedFor();
  await scheduling.data(host, confirmQuery, { input });
  const moved = { ...input, startAt: ten };
  const asked = await scheduling.data(attendee, rescheduleQuery, { input: moved });
  expect(asked.rescheduleBooking).toMatchObject({ startAt: ten, state: "PENDING", sequence: 2 });
  await expectSound(scheduling);
  await scheduling.data(host, confirmQuery, { input });
  const back = { ...input, startAt: nine };
  const given = await scheduling.data(host, rescheduleQuery, { input: back });
  expect(given.rescheduleBooking).toMatchObject({ startAt: nine, state: "CONFIRMED" });
  await expectSound(scheduling);
});

test("of a yes and a no at once one holds; two pending bookings are both confirmed at once; twenty yeses are told once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { host, input, told } = await askedFor();
    const answers = await Promise.all(
      [confirmQuery, declineQuery].map((query) =>
        scheduling.ask(host, { query, variables: { input } }),
      ),
    );
    expect(codes(answers)).toEqual({ BOOKED: 1, BOOKING_NOT_PENDING: 1 });
    expect(await told()).toHaveLength(2);
  }
  const { host, input, meetingTypeId, told } = await askedFor();
  const second = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T08:30:00Z" });
  const inputs = [input, { bookingId: second.data.bookMeeting.booking.id }];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      scheduling.ask(host, { query: confirmQuery, variables: { input: inputs[i % 2]! } }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 20 });
  expect(await told()).toHaveLength(2);
  await expectSound(scheduling);
});

test("of two who ask for one time at once, one waits for the answer and the other is told that it is taken", async () => {
  const { meetingTypeId } = await askedFor();
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => book(scheduling, { meetingTypeId, startAt: ten })),
  );
  expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: 15 });
  await expectSound(scheduling);
});

test("how long it waits can be changed, and nonsense cannot be stored", async () => {
  const { host, meetingTypeId } = await askedFor();
  const change = (more: Record<string, unknown>) =>
    updateMeetingType(scheduling, host, { meetingTypeId, ...more });
  for (const confirmWithinMinutes of [0, -5, 43_201]) {
    expect(codeOf(await change({ confirmWithinMinutes }))).toBe("INVALID_INPUT");
  }
  expect(codeOf(await change({ needsConfirmation: false }))).toBeNull();
  const answer = await book(scheduling, { meetingTypeId, startAt: ten });
  expect(answer.data.bookMeeting.booking.state).toBe("CONFIRMED");
});

test("what nobody answers in time cannot be confirmed any more, and is declined by nobody", async () => {
  const { host, input, meetingTypeId, told } = await askedFor();
  const inTime = await askedFor({ confirmWithinMinutes: 43_200 });
  scheduling.clock.now = monday + 2 * hour;
  const late = await scheduling.ask(host, { query: confirmQuery, variables: { input } });
  expect(codeOf(late)).toBe("BOOKING_NOT_PENDING");
  await scheduling.service.start();
  await eventually(async () => (await told()).length === 2);
  expect((await told())[1]).toMatchObject({
    type: "scheduling.booking.declined",
    data: { by: "SYSTEM" },
  });
  const { booking } = await scheduling.data(host, bookingQuery, { id: input.bookingId });
  expect(booking).toMatchObject({ state: "DECLINED", cancellation: { by: "SYSTEM" } });
  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).toContain(nine);
  const other = await scheduling.data(inTime.host, bookingQuery, { id: inTime.input.bookingId });
  expect(other.booking.state).toBe("PENDING");
  await expectSound(scheduling);
});

test("the online room is told to attendees, guests and mails only while the booking is confirmed; the hosts always know it", async () => {
  const text = "https://meet.example/secret-room";
  const { host, organizationId, input, attendee } = await askedFor({
    location: { kind: "ONLINE", text },
  });
  const { addGuests } = await scheduling.data(
    attendee,
    `mutation ($input: AddGuestsInput!) { addGuests(input: $input) { guests { id } } }`,
    { input: { ...input, guests: [{ name: "Grace", email: "grace@example.org" }] } },
  );
  const guest = { ...attendee, attendeeId: addGuests.guests[0].id };
  const admin = account(organizationId, "ADMIN");
  const mails = {
    kind: "service",
    service: "integrations",
    purpose: "provide.notify",
  } as const;
  const query = `query ($id: ID!) { booking(id: $id) { state location { kind text } } }`;
  const rooms = async () => {
    const callers = [attendee, guest, mails, host, admin];
    return Promise.all(
      callers.map(async (caller) => {
        const { booking } = await scheduling.data(caller, query, { id: input.bookingId });
        expect(booking.location.kind).toBe("ONLINE");
        return booking.location.text;
      }),
    );
  };
  const [hidden, told] = [
    [null, null, null, text, text],
    [text, text, text, text, text],
  ];
  expect(await rooms()).toEqual(hidden);
  await scheduling.data(host, confirmQuery, { input });
  expect(await rooms()).toEqual(told);
  // A time that the attendee chose anew waits for a new confirmation.
  const { rescheduleBooking } = await scheduling.data(attendee, rescheduleQuery, {
    input: { ...input, startAt: ten },
  });
  expect(rescheduleBooking.state).toBe("PENDING");
  expect(await rooms()).toEqual(hidden);
  await scheduling.data(host, confirmQuery, { input });
  await scheduling.data(host, cancelQuery, { input });
  expect(await rooms()).toEqual(hidden);

  const declined = await askedFor({ location: { kind: "ONLINE", text } });
  await scheduling.data(declined.host, declineQuery, { input: declined.input });
  const { booking } = await scheduling.data(declined.attendee, query, {
    id: declined.input.bookingId,
  });
  expect(booking).toEqual({ state: "DECLINED", location: { kind: "ONLINE", text: null } });
});
