import { anonymous } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  createMeetingType,
  createMeetingTypeQuery,
  offerMeeting,
  rescheduleQuery,
  starts,
  updateMeetingType,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import {
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());
beforeEach(() => {
  scheduling.clock.now = monday;
});

const date = "2027-02-02";
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();
const idOf = (answer: Answer): string => answer.data.bookMeeting.booking.id;

/** The seats that slots show, by start. */
async function seatsLeft(id: string, day = date): Promise<Record<string, number | null>> {
  const query = `query ($id: ID!, $day: Date!) { meetingType(id: $id) {
    slots(from: $day, to: $day, timeZone: "UTC") { slots { startAt seatsLeft } } } }`;
  const { meetingType } = await scheduling.data(anonymous, query, { id, day });
  return Object.fromEntries(
    meetingType.slots.flatMap(({ slots }: { slots: { startAt: string; seatsLeft: number }[] }) =>
      slots.map((slot) => [slot.startAt, slot.seatsLeft]),
    ),
  );
}

function hold(meetingTypeId: string, startAt: string): Promise<Answer> {
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  return scheduling.ask(anonymous, { query, variables: { input: { meetingTypeId, startAt } } });
}

test("as many people as there are seats book one start, each by a booking of their own", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 3, showsSeats: true, stepMinutes: 15 },
  });
  for (const left of [3, 2, 1]) {
    expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(left);
    const answer = await book(scheduling, { meetingTypeId, startAt: at(0) });
    expect(answer.data.bookMeeting.booking).toMatchObject({ state: "CONFIRMED", attendees: [{}] });
  }
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBe("SLOT_TAKEN");
  const left = await seatsLeft(meetingTypeId);
  expect(left).not.toHaveProperty([at(0)]);
  // Nothing begins in the middle of the meeting, whether it has seats left or not.
  expect(left).not.toHaveProperty([at(15)]);
  expect(left[at(30)]).toBe(3);
  await expectSound(scheduling);
});

test("how many seats are left is told only where the host shows it", async () => {
  const { meetingTypeId, host } = await offerMeeting(scheduling, { meetingType: { seats: 3 } });
  await book(scheduling, { meetingTypeId, startAt: at(0) });
  expect(await seatsLeft(meetingTypeId)).toMatchObject({ [at(0)]: null, [at(30)]: null });
  await updateMeetingType(scheduling, host, { meetingTypeId, showsSeats: true });
  expect(await seatsLeft(meetingTypeId)).toMatchObject({ [at(0)]: 2, [at(30)]: 3 });
});

test("a hold keeps one seat, and gives it back when it expires", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 2, showsSeats: true },
  });
  const first = (await hold(meetingTypeId, at(0))).data.holdSlot.id;
  expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(1);
  const second = (await hold(meetingTypeId, at(0))).data.holdSlot.id;
  expect(codeOf(await hold(meetingTypeId, at(0)))).toBe("SLOT_TAKEN");
  const input = { meetingTypeId, startAt: at(0), holdId: second };
  expect(codeOf(await book(scheduling, input))).toBeNull();
  scheduling.clock.now += 5 * 60_000;
  expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(1);
  const late = { meetingTypeId, startAt: at(0), holdId: first };
  expect(codeOf(await book(scheduling, late))).toBe("HOLD_EXPIRED");
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }))).toBeNull();
  await expectSound(scheduling);
});

test("the same hold books its seat though others have taken theirs meanwhile", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 3 } });
  const holdId = (await hold(meetingTypeId, at(0))).data.holdSlot.id;
  await book(scheduling, { meetingTypeId, startAt: at(0) });
  await book(scheduling, { meetingTypeId, startAt: at(0) });
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(0), holdId }))).toBeNull();
  await expectSound(scheduling);
});

test("a seat that somebody gives up is open again, and with the last one the time", async () => {
  const { organizationId, host, scheduleId, meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 2 },
  });
  const other = await createMeetingType(scheduling, host, { organizationId, scheduleId });
  const made = [
    await book(scheduling, { meetingTypeId, startAt: at(0) }),
    await book(scheduling, { meetingTypeId, startAt: at(0) }),
  ] as const;
  const leave = (answer: Answer) =>
    scheduling.data(attendeeOf(answer), cancelQuery, { input: { bookingId: idOf(answer) } });
  expect(await starts(scheduling, { id: meetingTypeId, from: date })).not.toContain(at(0));
  await leave(made[0]);
  expect(await starts(scheduling, { id: meetingTypeId, from: date })).toContain(at(0));
  // The other one's booking is as it was, and so is the host's time.
  const state = await scheduling.sql("SELECT state, sequence FROM booking WHERE id = $1", [
    idOf(made[1]),
  ]);
  expect(state).toEqual([{ state: "CONFIRMED", sequence: 0 }]);
  expect(await starts(scheduling, { id: other.id, from: date })).not.toContain(at(0));
  await leave(made[1]);
  expect(await starts(scheduling, { id: other.id, from: date })).toContain(at(0));
  await expectSound(scheduling);
});

test("one attendee moves alone, into a meeting with seats left or to a new one", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 2, showsSeats: true },
  });
  const [first, second] = await Promise.all(
    [1, 2].map(() => book(scheduling, { meetingTypeId, startAt: at(0) })),
  );
  await book(scheduling, { meetingTypeId, startAt: at(30) });
  const move = (answer: Answer | undefined, minutes: number) =>
    scheduling.ask(attendeeOf(answer!), {
      query: rescheduleQuery,
      variables: { input: { bookingId: idOf(answer!), startAt: at(minutes) } },
    });
  expect(codeOf(await move(first, 30))).toBeNull();
  expect(await seatsLeft(meetingTypeId)).toMatchObject({ [at(0)]: 1, [at(60)]: 2 });
  expect(await seatsLeft(meetingTypeId)).not.toHaveProperty([at(30)]);
  expect(codeOf(await move(second, 30))).toBe("SLOT_TAKEN");
  expect(codeOf(await move(second, 60))).toBeNull();
  expect(await seatsLeft(meetingTypeId)).toMatchObject({ [at(0)]: 2, [at(60)]: 1 });
  await expectSound(scheduling);
});

test("one attendee moves out of a meeting that goes on, and so not into its middle", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, {
    meetingType: { seats: 2, stepMinutes: 15 },
  });
  const first = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const second = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const move = (answer: Answer) =>
    scheduling.ask(attendeeOf(answer), {
      query: rescheduleQuery,
      variables: { input: { bookingId: idOf(answer), startAt: at(15) } },
    });
  expect(codeOf(await move(first))).toBe("SLOT_TAKEN");
  await scheduling.data(attendeeOf(second), cancelQuery, { input: { bookingId: idOf(second) } });
  expect(codeOf(await move(first))).toBeNull();
  await expectSound(scheduling);
});

test("each seat waits for a yes of its own, and is given back by a no", async () => {
  const { meetingTypeId, host } = await offerMeeting(scheduling, {
    meetingType: { seats: 2, showsSeats: true, needsConfirmation: true },
  });
  const first = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const second = await book(scheduling, { meetingTypeId, startAt: at(0) });
  expect(await seatsLeft(meetingTypeId)).not.toHaveProperty([at(0)]);
  const answer = (verb: string, made: Answer) =>
    scheduling.data(
      host,
      `mutation ($id: ID!) { ${verb}Booking(input: { bookingId: $id }) { state } }`,
      { id: idOf(made) },
    );
  expect(await answer("confirm", first)).toEqual({ confirmBooking: { state: "CONFIRMED" } });
  expect(await answer("decline", second)).toEqual({ declineBooking: { state: "DECLINED" } });
  expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(1);
  await expectSound(scheduling);
});

test("with fewer seats than are booked nobody loses one, and none is left until enough have gone", async () => {
  const { meetingTypeId, host } = await offerMeeting(scheduling, {
    meetingType: { seats: 4, showsSeats: true },
  });
  const made: Answer[] = [];
  for (let i = 0; i < 4; i += 1)
    made.push(await book(scheduling, { meetingTypeId, startAt: at(0) }));
  await updateMeetingType(scheduling, host, { meetingTypeId, seats: 2 });
  const attempt = async () => codeOf(await book(scheduling, { meetingTypeId, startAt: at(0) }));
  for (const answer of made.slice(0, 2)) {
    expect(await attempt()).toBe("SLOT_TAKEN");
    await scheduling.data(attendeeOf(answer), cancelQuery, { input: { bookingId: idOf(answer) } });
  }
  expect(await attempt()).toBe("SLOT_TAKEN");
  await scheduling.data(attendeeOf(made[2]!), cancelQuery, {
    input: { bookingId: idOf(made[2]!) },
  });
  expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(1);
  expect(await attempt()).toBeNull();
  expect(await attempt()).toBe("SLOT_TAKEN");
  await updateMeetingType(scheduling, host, { meetingTypeId, seats: 5 });
  expect((await seatsLeft(meetingTypeId))[at(0)]).toBe(3);
  await expectSound(scheduling);
});

test("absurd numbers of seats are refused with their path", async () => {
  const { organizationId, scheduleId, host, meetingTypeId } = await offerMeeting(scheduling);
  for (const seats of [0, -1, 501]) {
    const input = {
      organizationId,
      scheduleId,
      slug: "one-more",
      title: "X",
      durationsMinutes: [30],
      seats,
    };
    const made = await scheduling.ask(host, {
      query: createMeetingTypeQuery,
      variables: { input },
    });
    expect(problemsOf(made)).toEqual([expect.stringMatching(/^seats TOO_/)]);
    const changed = await updateMeetingType(scheduling, host, { meetingTypeId, seats });
    expect(problemsOf(changed)).toEqual([expect.stringMatching(/^seats TOO_/)]);
  }
});
