import { newId } from "@tidbok/domain";
import { eventually } from "@tidbok/testing";
import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { attendeeAnswer, bookingAnswer, hostAnswer } from "./support/answers.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

const dayMilliseconds = 24 * 3_600_000;
const known = () => v7({ msecs: Date.now() - 30 * dayMilliseconds });

function someBooking(own: { organizationId: string; emails: readonly string[]; hostId?: string }) {
  const attendees = own.emails.map((email) => attendeeAnswer({ email }));
  const hosts = own.hostId ? [hostAnswer({ id: own.hostId, email: null })] : [];
  const booking = bookingAnswer({ attendees, hosts });
  running.belongsTo(booking, own.organizationId);
  running.knows(booking);
  return booking;
}

/** Waits until so many deliveries about the bookings have come to an end or are held; how many are in each state. */
async function statesOf(bookings: readonly { id: string }[], total: number) {
  return eventually(
    async () => {
      const { rows } = await running.rows.query(
        `SELECT coalesce(last_error_code, state) AS what, count(*)::int AS count FROM delivery
         WHERE about_id = ANY ($1) AND recipient_kind <> 'HOST' GROUP BY 1`,
        [bookings.map(({ id }) => id)],
      );
      const counts = Object.fromEntries(rows.map(({ what, count }) => [what, count]));
      const sum = rows.reduce((sum, { count }) => sum + count, 0);
      return sum < total || "PENDING" in counts || "SENDING" in counts ? null : counts;
    },
    { withinMs: 20_000 },
  );
}

test("a new organization sends 50 mails of one host in a day, however many it books", async () => {
  const organizationId = newId();
  const hostId = newId();
  const bookings = Array.from({ length: 70 }, (_, i) =>
    someBooking({ organizationId, hostId, emails: [`stranger${i}@example.com`] }),
  );
  for (const booking of bookings) await running.tellOnBehalf(booking);
  expect(await statesOf(bookings, 70)).toEqual({ SENT: 50, TOO_MANY_MAILS: 20 });
}, 60_000);

test("a new organization sends 100 mails in a day, those about imported bookings included", async () => {
  const organizationId = newId();
  const booking = (from: number) =>
    someBooking({
      organizationId,
      emails: Array.from({ length: 60 }, (_, i) => `imported${from + i}@example.com`),
    });
  const bookings = [booking(0), booking(60)];
  for (const each of bookings) await running.tellImported(each, { tellsAttendees: true });
  expect(await statesOf(bookings, 120)).toEqual({ SENT: 100, TOO_MANY_MAILS: 20 });
}, 60_000);

test("an address gets 20 mails of one organization in a day, and 100 of all, and no address is in the database", async () => {
  const organizations = Array.from({ length: 6 }, known);
  const bookings = organizations.flatMap((organizationId) =>
    Array.from({ length: 22 }, () => someBooking({ organizationId, emails: ["one@example.com"] })),
  );
  for (const booking of bookings.slice(0, 22)) await running.tellMade(booking);
  expect(await statesOf(bookings.slice(0, 22), 22)).toEqual({ SENT: 20, TOO_MANY_MAILS: 2 });
  for (const booking of bookings.slice(22)) await running.tellMade(booking);
  expect(await statesOf(bookings, 132)).toEqual({ SENT: 100, TOO_MANY_MAILS: 32 });
  const { rows } = await running.rows.query(
    "SELECT string_agg(m::text, ' ') AS all FROM mail_count m",
  );
  expect(rows[0].all).not.toContain("example");
}, 60_000);

test("a booking that is moved again and again makes ten mails a day to each reader; the newest follows a day later", async () => {
  const booking = someBooking({ organizationId: known(), emails: ["moved@example.com"] });
  await running.tellMade(booking);
  const move = async (sequence: number) => {
    const moved = { ...booking, sequence };
    running.knows(moved);
    await running.tellRescheduled(moved);
    return statesOf([booking], sequence + 1);
  };
  for (let sequence = 1; sequence < 10; sequence++) await move(sequence);
  expect(await move(10)).toEqual({ SENT: 10, TOO_MANY_MAILS: 1 });
  expect(await move(11)).toEqual({ SENT: 10, TOO_MANY_MAILS: 2 });
  running.pass(dayMilliseconds);
  await eventually(() => running.mailsTo("moved@example.com").length === 11);
  await eventually(async () => (await statesOf([booking], 12))?.["TOO_MANY_MAILS"] === undefined);
  expect(await statesOf([booking], 12)).toEqual({ SENT: 11, SUPERSEDED: 1 });

  // Its end is told whatever went before.
  for (let sequence = 12; sequence < 22; sequence++) await move(sequence);
  const cancelled = { ...booking, state: "CANCELLED", sequence: 22 };
  running.knows({ ...cancelled, cancellation: { by: "HOST" } });
  await running.tellCancelled(cancelled, "HOST");
  await eventually(() =>
    running
      .mailsTo("moved@example.com")
      .some(({ mail }) => mail.subject?.startsWith("Cancelled") === true),
  );
}, 60_000);

/** Tells that the host cancelled the booking, and waits for the mail. */
async function cancel(booking: ReturnType<typeof someBooking>) {
  const cancelled = { ...booking, state: "CANCELLED", sequence: booking.sequence + 1 };
  running.knows({ ...cancelled, cancellation: { by: "HOST" } });
  await running.tellCancelled(cancelled, "HOST");
}

test("a cancelled series tells its attendee of each meeting, however many there are", async () => {
  const organizationId = known();
  const some = Array.from({ length: 25 }, () =>
    someBooking({ organizationId, emails: ["series@example.com"] }),
  );
  const bookingsOf = (state: string) =>
    some.map(({ id, sequence, startAt, endAt, hosts, attendees }) => {
      return { id, state, sequence, startAt, endAt, hosts, attendees };
    });
  const meetings = some.map((each) => ({ ...each, series: { bookings: bookingsOf("CONFIRMED") } }));
  for (const meeting of meetings) running.knows(meeting);
  for (const [i, meeting] of meetings.entries()) {
    await (i === 0 ? running.tellMade(meeting) : running.tellFollowing(meeting));
  }
  await eventually(() => running.mailsTo("series@example.com").length === 1);
  await statesOf(meetings, 1);
  for (const each of some) await cancel({ ...each, series: { bookings: bookingsOf("CANCELLED") } });
  expect(await statesOf(meetings, 26)).toEqual({ SENT: 26 });
}, 60_000);

test("the end of a meeting is told whatever others sent to its attendee, who was told of the meeting", async () => {
  const organizationId = known();
  const emails = ["flooded@example.com"];
  const booking = someBooking({ organizationId, emails });
  await running.tellMade(booking);
  expect(await statesOf([booking], 1)).toEqual({ SENT: 1 });
  const others = Array.from({ length: 20 }, () => someBooking({ organizationId, emails }));
  for (const other of others) await running.tellMade(other);
  expect(await statesOf(others, 20)).toEqual({ SENT: 19, TOO_MANY_MAILS: 1 });
  await cancel(booking);
  expect(await statesOf([booking], 2)).toEqual({ SENT: 2 });
}, 60_000);

test("the end of a meeting of which the attendee was never told counts like any other mail", async () => {
  const organizationId = known();
  const emails = ["untold@example.com"];
  const bookings = Array.from({ length: 22 }, () => someBooking({ organizationId, emails }));
  for (const booking of bookings) await running.tellImported(booking, { tellsAttendees: false });
  for (const booking of bookings) await cancel(booking);
  expect(await statesOf(bookings, 22)).toEqual({ SENT: 20, TOO_MANY_MAILS: 2 });
}, 60_000);

test("counts are deleted when their day is over", async () => {
  running.pass(2 * dayMilliseconds);
  await running.restart();
  await eventually(async () => {
    const { rows } = await running.rows.query("SELECT count(*)::int AS count FROM mail_count");
    return rows[0].count === 0;
  });
});
