import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingInput, bookQuery, offerMeeting } from "./support/operations.ts";
import { codes, expectSound } from "./support/sound.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const clients = 64;
const slots = 50;
const nine = Date.parse("2027-02-02T08:00:00Z");
const day = 24 * 60 * 60_000;

/** Ten slots a day, from nine o'clock on. */
const startOf = (slot: number) =>
  new Date(nine + Math.floor(slot / 10) * day + (slot % 10) * 30 * 60_000).toISOString();

test(
  "of 64 clients who want the same 50 slots each slot is booked once, and all others are told that it is taken",
  { timeout: 600_000 },
  async () => {
    const { meetingTypeId } = await offerMeeting(scheduling);
    for (let slot = 0; slot < slots; slot += 1) {
      const answers = await Promise.all(
        Array.from({ length: clients }, (_, client) =>
          scheduling.ask(anonymous, {
            query: bookQuery,
            variables: { input: bookingInput({ meetingTypeId, startAt: startOf(slot) }) },
            // A client comes from two networks in turn, so that no limit stops it.
            network: `${client} ${slot % 2}`,
          }),
        ),
      );
      expect(codes(answers)).toEqual({ BOOKED: 1, SLOT_TAKEN: clients - 1 });
    }
    await expectSound(scheduling);
    const [made] = await scheduling.sql(
      `SELECT (SELECT count(*)::int FROM booking) AS bookings,
         (SELECT count(*)::int FROM reservation WHERE booking_id IS NULL) AS orphans`,
    );
    expect(made).toEqual({ bookings: slots, orphans: 0 });
  },
);
