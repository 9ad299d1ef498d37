import { anonymous, newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  book,
  bookingQuery,
  createMeetingType,
  createSchedule,
  offerMeeting,
} from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const tuesday = Date.parse("2027-02-02T08:00:00Z");
const at = (minutes: number) => new Date(tuesday + minutes * 60_000).toISOString();

/** An organization with an admin and hosts who are all open 09–17 in Stockholm. */
async function team(size: number) {
  const organizationId = newId();
  const admin = account(organizationId, "ADMIN");
  const hosts = await Promise.all(
    Array.from({ length: size }, async () => {
      const host = account(organizationId, "MEMBER");
      const scheduleId = await createSchedule(scheduling, host, { organizationId });
      return { accountId: host.accountId, scheduleId };
    }),
  );
  return { organizationId, admin, hosts };
}

test("round robin takes the fixed host and one of each group, and says why", async () => {
  const { organizationId, admin, hosts } = await team(4);
  const [lead, a, b, c] = hosts;
  const meetingType = await createMeetingType(scheduling, admin, {
    organizationId,
    mode: "ROUND_ROBIN",
    hosts: [
      { ...lead, isFixed: true },
      { ...a, group: "sales", priority: 1 },
      { ...b, group: "sales" },
      { ...c, group: "engineers" },
    ],
  });
  const booked = await book(scheduling, { meetingTypeId: meetingType.id, startAt: at(0) });
  const { id } = booked.data.bookMeeting.booking;
  const query = `query ($id: ID!) { booking(id: $id) { hosts { id } whyHost {
    host { id } group reason explanation standings { host { id } isFree priority weight bookings load lastBookedAt } } } }`;
  const { booking } = await scheduling.data(admin, query, { id });
  expect(booking.hosts.map((host: { id: string }) => host.id)).toEqual(
    [lead, a, c].map((host) => host!.accountId),
  );
  const [sales, engineers] = booking.whyHost;
  expect(sales).toMatchObject({
    host: { id: a!.accountId },
    group: "sales",
    reason: "HIGHEST_PRIORITY",
    standings: [
      { priority: 1, isFree: true },
      { host: { id: b!.accountId }, load: 0 },
    ],
  });
  expect(sales.explanation).toBe(`${a!.accountId} takes the meeting: priority 1 is above 0.`);
  expect(engineers).toMatchObject({ group: "engineers", reason: "ONLY_ONE_FREE" });
  const attendee = {
    kind: "attendee" as const,
    purpose: "provide.schedule" as const,
    bookingId: id,
    attendeeId: booked.data.bookMeeting.attendee.id as string,
  };
  expect((await scheduling.data(attendee, query, { id })).booking.whyHost).toBeNull();
  // One engineer: whoever else is free, there is no second meeting at this time.
  const again = await book(scheduling, { meetingTypeId: meetingType.id, startAt: at(0) });
  expect(codeOf(again)).toBe("SLOT_TAKEN");
});

test("a hold hands the reason for its host to the booking, and turns are fair", async () => {
  const { organizationId, admin, hosts } = await team(2);
  const input = { organizationId, mode: "ROUND_ROBIN", hosts };
  const { id: meetingTypeId } = await createMeetingType(scheduling, admin, input);
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;
  const reasons: string[] = [];
  const takers: string[] = [];
  for (const minutes of [0, 60, 120]) {
    const slot = { meetingTypeId, startAt: at(minutes) };
    const { holdSlot } = await scheduling.data(anonymous, hold, { input: slot });
    scheduling.clock.now += 1_000;
    const booked = await book(scheduling, { ...slot, holdId: holdSlot.id });
    const { id } = booked.data.bookMeeting.booking;
    const query = `query ($id: ID!) { booking(id: $id) { whyHost { host { id } reason } } }`;
    const { whyHost } = (await scheduling.data(admin, query, { id })).booking;
    reasons.push(whyHost[0].reason);
    takers.push(whyHost[0].host.id);
  }
  expect(reasons).toEqual(["FIRST_BY_ID", "LEAST_LOAD", "LONGEST_WAIT"]);
  expect(takers[2]).toBe(takers[0]);
  expect(new Set(takers).size).toBe(2);
});

test("a meeting of one host needs no reason", async () => {
  const { host, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: at(0) });
  const { id } = booked.data.bookMeeting.booking;
  const query = bookingQuery.replace("hosts { id }", "hosts { id } whyHost { reason }");
  expect((await scheduling.data(host, query, { id })).booking.whyHost).toEqual([]);
});
