import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  cancelQuery,
  confirmQuery,
  offerMeeting,
  rescheduleQuery,
} from "./support/operations.ts";
import { expectSound } from "./support/sound.ts";
import { account, monday, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

const nine = "2027-02-02T08:00:00.000Z";
const ten = "2027-02-02T09:00:00.000Z";
const historyQuery = `query ($id: ID!, $first: Int, $after: String) {
  booking(id: $id) {
    history(first: $first, after: $after) {
      nodes { kind state startAt at by byId reason attendeeId } edges { cursor } pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** A booking that was asked for, confirmed by an admin, moved by its host and cancelled by its attendee. */
async function livedThrough() {
  const offer = await offerMeeting(scheduling, { meetingType: { needsConfirmation: true } });
  const answer = await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: nine });
  const attendee = attendeeOf(answer);
  const { bookingId } = attendee;
  const admin = account(offer.organizationId, "ADMIN");
  await scheduling.data(admin, confirmQuery, { input: { bookingId } });
  const move = { bookingId, startAt: ten, reason: "Roadworks" };
  await scheduling.data(offer.host, rescheduleQuery, { input: move });
  await scheduling.data(attendee, cancelQuery, { input: { bookingId, reason: "I am ill" } });
  const history = async (caller: Caller, page: Record<string, unknown> = {}) =>
    (await scheduling.data(caller, historyQuery, { id: bookingId, ...page })).booking?.history;
  return { ...offer, admin, attendee, bookingId, history };
}

test("all that happened to a booking can be read by its host: what, when, by whom, why, newest first", async () => {
  const { host, admin, attendee, history } = await livedThrough();
  const at = new Date(monday).toISOString();
  const { attendeeId } = attendee;
  const ada = { by: "ATTENDEE", byId: attendeeId, attendeeId, at };
  expect((await history(host)).nodes).toEqual([
    { ...ada, kind: "CANCELLED", state: "CANCELLED", startAt: ten, reason: "I am ill" },
    {
      kind: "RESCHEDULED",
      state: "CONFIRMED",
      startAt: ten,
      at,
      attendeeId,
      by: "HOST",
      byId: host.accountId,
      reason: "Roadworks",
    },
    {
      kind: "CONFIRMED",
      state: "CONFIRMED",
      startAt: nine,
      at,
      attendeeId,
      by: "ADMIN",
      byId: admin.accountId,
      reason: null,
    },
    { ...ada, kind: "MADE", state: "PENDING", startAt: nine, reason: null },
  ]);
  await expectSound(scheduling);
});

test("an attendee reads why, and of people only themselves and hosts; an admin who, and not why", async () => {
  const { host, admin, attendee, history } = await livedThrough();
  const { nodes } = await history(attendee);
  expect(nodes.map(({ byId }: { byId: string }) => byId)).toEqual([
    attendee.attendeeId,
    host.accountId,
    null,
    attendee.attendeeId,
  ]);
  expect(nodes[1].reason).toBe("Roadworks");
  const forAdmin = (await history(admin)).nodes;
  expect(forAdmin.map(({ reason }: { reason: string }) => reason)).toEqual(Array(4).fill(null));
  expect(forAdmin[2].byId).toBe(admin.accountId);
});

test("whoever may not know of a booking learns nothing of what happened to it", async () => {
  const { organizationId, attendee, history } = await livedThrough();
  const strangers: Caller[] = [
    anonymous,
    account(organizationId, "MEMBER"),
    account(newId(), "OWNER"),
    { ...attendee, bookingId: newId() },
  ];
  for (const stranger of strangers) expect(await history(stranger)).toBeUndefined();
});

test("it comes in pages", async () => {
  const { host, history } = await livedThrough();
  const first = await history(host, { first: 3 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await history(host, { first: 3, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...rest.nodes]).toEqual((await history(host)).nodes);
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

test("why a booking was moved lies sealed in the database", async () => {
  const { bookingId } = await livedThrough();
  const rows = await scheduling.sql("SELECT reason FROM change_reason WHERE booking_id = $1", [
    bookingId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].reason.toString("latin1")).not.toContain("Roadworks");
});
