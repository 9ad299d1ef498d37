import { anonymous, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  cancelQuery,
  offerMeeting,
  organization,
  rescheduleQuery,
  starts,
} from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const date = "2027-02-02";
const nine = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(nine + minutes * 60_000).toISOString();
const idOf = (answer: Answer): string => answer.data.bookMeeting.booking.id;

/** A class of four seats, three of which are booked. */
async function offerClass(changes: Record<string, unknown> = {}) {
  const offer = await offerMeeting(scheduling, {
    meetingType: { seats: 4, stepMinutes: 15, ...changes },
  });
  const made: Answer[] = [];
  for (let i = 0; i < 3; i += 1) {
    made.push(await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: at(0) }));
  }
  return { ...offer, made, ids: made.map(idOf) };
}

const ask = (caller: Caller, query: string, input: Record<string, unknown>) =>
  scheduling.ask(caller, { query, variables: { input } });

const rowsOf = (ids: readonly string[]) =>
  scheduling.sql(
    "SELECT state, start_at, sequence FROM booking WHERE id = ANY($1::uuid[]) ORDER BY id",
    [ids],
  );

const eventsOf = async (ids: readonly string[], type: string) =>
  (
    await scheduling.sql(
      "SELECT aggregate_id FROM outbox WHERE aggregate_id = ANY($1::uuid[]) AND type = $2 ORDER BY 1",
      [ids, type],
    )
  ).map(({ aggregate_id: id }) => id);

test("a host calls the meeting off for everybody, and each is told once, with the reason", async () => {
  const { host, ids, made, meetingTypeId } = await offerClass();
  const input = { bookingId: ids[1], extent: "OCCURRENCE", reason: "The room is flooded" };
  const answers = await Promise.all([1, 2, 3].map(() => ask(host, cancelQuery, input)));
  expect(codes(answers)).toEqual({ BOOKED: 3 });
  expect(await rowsOf(ids)).toMatchObject(ids.map(() => ({ state: "CANCELLED", sequence: 1 })));
  expect(await eventsOf(ids, "scheduling.booking.cancelled")).toEqual([...ids].sort());
  for (const answer of made) {
    const seen = await scheduling.data(attendeeOf(answer), bookingQuery, { id: idOf(answer) });
    expect(seen.booking.cancellation.by).toBe("HOST");
    expect(seen.booking.attendees).toMatchObject([{ cancellationReason: "The room is flooded" }]);
  }
  expect(await starts(scheduling, { id: meetingTypeId, from: date })).toContain(at(15));
  await expectSound(scheduling);
});

test("a host takes one seat back, and the others keep theirs", async () => {
  const { host, ids } = await offerClass();
  expect(codeOf(await ask(host, cancelQuery, { bookingId: ids[0] }))).toBeNull();
  expect((await rowsOf(ids)).map(({ state }) => state)).toEqual([
    "CANCELLED",
    "CONFIRMED",
    "CONFIRMED",
  ]);
  await expectSound(scheduling);
});

test("an attendee neither calls the meeting off nor moves it for the others", async () => {
  const { ids, made } = await offerClass();
  const caller = attendeeOf(made[0]!);
  const input = { bookingId: ids[0], extent: "OCCURRENCE" };
  expect(codeOf(await ask(caller, cancelQuery, input))).toBe("FORBIDDEN");
  const move = { ...input, startAt: at(120) };
  expect(codeOf(await ask(caller, rescheduleQuery, move))).toBe("FORBIDDEN");
  expect(await rowsOf(ids)).toMatchObject(ids.map(() => ({ state: "CONFIRMED", sequence: 0 })));
});

test("a host moves the meeting with everybody in it, also by less than it takes", async () => {
  const { host, ids, meetingTypeId } = await offerClass();
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const held = await ask(anonymous, hold, { meetingTypeId, startAt: at(0) });
  const input = { bookingId: ids[2], extent: "OCCURRENCE", startAt: at(15), reason: "Late train" };
  expect(codeOf(await ask(host, rescheduleQuery, input))).toBeNull();
  expect(await rowsOf(ids)).toMatchObject(
    ids.map(() => ({ state: "CONFIRMED", sequence: 1, start_at: new Date(at(15)) })),
  );
  expect(await eventsOf(ids, "scheduling.booking.rescheduled")).toEqual([...ids].sort());
  // Whoever was filling in the form for the fourth seat finds the meeting elsewhere.
  const holdId = held.data.holdSlot.id;
  const late = await book(scheduling, { meetingTypeId, startAt: at(0), holdId });
  expect(codeOf(late)).not.toBeNull();
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(15) }))).toBeNull();
  expect(codeOf(await book(scheduling, { meetingTypeId, startAt: at(15) }))).toBe("SLOT_TAKEN");
  await expectSound(scheduling);
});

test("where the other time is taken everybody keeps what they had", async () => {
  const { host, ids, meetingTypeId } = await offerClass();
  await book(scheduling, { meetingTypeId, startAt: at(60) });
  const input = { bookingId: ids[0], extent: "OCCURRENCE", startAt: at(60) };
  // Two meetings do not become one, though there would be seats for some.
  expect(codeOf(await ask(host, rescheduleQuery, input))).toBe("SLOT_TAKEN");
  expect(await rowsOf(ids)).toMatchObject(
    ids.map(() => ({ sequence: 0, start_at: new Date(at(0)) })),
  );
  await expectSound(scheduling);
});

test("the meeting, its count and its list are for hosts and admins alone", async () => {
  const { host, ids, made, organizationId } = await offerClass();
  await ask(host, cancelQuery, { bookingId: ids[2] });
  const query = `query ($id: ID!) { booking(id: $id) { occurrence { id seatsTaken } } }`;
  const see = async (caller: Caller, id = ids[0]) =>
    (await scheduling.data(caller, query, { id })).booking?.occurrence;
  const seen = await see(host);
  expect(seen).toEqual({ id: expect.any(String), seatsTaken: 2 });
  expect(await see(host, ids[1])).toEqual(seen);
  expect(await see(host, ids[2])).toBeNull();
  expect(await see(account(organizationId, "ADMIN"))).toEqual(seen);
  expect(await see(attendeeOf(made[0]!))).toBeNull();
  expect(
    await see({ kind: "service", service: "integrations", purpose: "provide.notify" }),
  ).toBeNull();
  expect(await see(anonymous)).toBeUndefined();
  const field = `bookings(filter: { occurrenceId: "${seen.id}" }) { nodes { id } }`;
  const listed = await organization(scheduling, host, { id: organizationId, field });
  expect(listed.bookings.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(
    ids.slice(0, 2).sort(),
  );
  const elsewhere = (await offerClass()).organizationId;
  const foreign = account(elsewhere, "OWNER");
  expect(
    (await organization(scheduling, foreign, { id: elsewhere, field })).bookings.nodes,
  ).toEqual([]);
});

test("whoever books while the host calls the meeting off is in it and told, or begins another", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { host, ids, meetingTypeId } = await offerClass({ seats: 10 });
    const [off, ...booked] = await Promise.all([
      ask(host, cancelQuery, { bookingId: ids[0], extent: "OCCURRENCE" }),
      ...[1, 2, 3].map(() => book(scheduling, { meetingTypeId, startAt: at(0) })),
    ]);
    expect(codes([off, ...booked])).toEqual({ BOOKED: 4 });
    const left = await scheduling.sql(
      `SELECT r.occurrence_id FROM reservation r JOIN reservation o ON o.occurrence_id = r.occurrence_id
       WHERE o.booking_id = $1 AND r.state = 'CONFIRMED'`,
      [ids[0]],
    );
    expect(left).toEqual([]);
  }
  await expectSound(scheduling);
});

test("attendees who leave while the host moves the meeting go where they wanted, and nobody is told of a deadlock", async () => {
  for (let round = 0; round < 3; round += 1) {
    const { host, ids, made } = await offerClass();
    const answers = await Promise.all([
      ask(host, rescheduleQuery, { bookingId: ids[0], extent: "OCCURRENCE", startAt: at(120) }),
      ...made.slice(1).map((answer, i) =>
        ask(attendeeOf(answer), rescheduleQuery, {
          bookingId: idOf(answer),
          startAt: at(240 + i * 60),
        }),
      ),
    ]);
    expect(codes(answers)).toEqual({ BOOKED: 3 });
    expect((await rowsOf(ids)).map((row) => row.start_at.toISOString())).toEqual([
      at(120),
      at(240),
      at(300),
    ]);
  }
  await expectSound(scheduling);
});
