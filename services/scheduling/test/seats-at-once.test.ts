import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "@tidbok/domain";
import { book, offerMeeting } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";
import { takeLocksAway } from "./support/take-locks-away.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const startAt = "2027-02-02T08:00:00.000Z";

test("of 50 people who want one of five seats at once exactly five get one", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 5 } });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => book(scheduling, { meetingTypeId, startAt })),
  );
  expect(codes(answers)).toEqual({ BOOKED: 5, SLOT_TAKEN: 45 });
  await expectSound(scheduling);
});

test("of holds and bookings that want the same seats at once no more succeed than there are seats", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 7 } });
  const query = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const variables = { input: { meetingTypeId, startAt } };
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      i % 2
        ? scheduling.ask(anonymous, { query, variables })
        : book(scheduling, { meetingTypeId, startAt }),
    ),
  );
  expect(codes(answers)).toEqual({ BOOKED: 7, SLOT_TAKEN: 33 });
  await expectSound(scheduling);
});

test("with the advisory locks taken away the constraints alone give out no seat twice, nor more than there are", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 5 } });
  const unlocked = await takeLocksAway(scheduling);
  try {
    // Somebody is there already; else those who come at once would each begin a meeting of their own.
    await book(unlocked, { meetingTypeId, startAt });
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => book(unlocked, { meetingTypeId, startAt })),
    );
    const { BOOKED: booked = 0, SLOT_TAKEN: taken = 0, ...others } = codes(answers);
    expect(others).toEqual({});
    expect(booked).toBeGreaterThanOrEqual(1);
    expect(booked).toBeLessThanOrEqual(4);
    expect(booked + taken).toBe(24);
  } finally {
    await unlocked.stop();
  }
  await expectSound(scheduling);
});

test("the table refuses a seat that somebody has, and one beyond the last", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling, { meetingType: { seats: 2 } });
  await book(scheduling, { meetingTypeId, startAt });
  await book(scheduling, { meetingTypeId, startAt });
  const rows = await scheduling.sql(
    `SELECT r.id, r.seat, r.occurrence_id FROM reservation r JOIN booking b ON b.id = r.booking_id
     WHERE b.meeting_type_id = $1 ORDER BY r.seat`,
    [meetingTypeId],
  );
  expect(rows.map(({ seat }) => seat)).toEqual([0, 1]);
  const write = (column: string, value: unknown) =>
    scheduling.sql(`UPDATE reservation SET ${column} = $2 WHERE id = $1`, [rows[1].id, value]);
  await expect(write("seat", 0)).rejects.toThrow("reservation_seat");
  await expect(write("seat", 2)).rejects.toThrow("reservation_seat_bound");
  await expect(write("occurrence_id", rows[1].id)).rejects.toThrow("reservation_no_overlap");
});
