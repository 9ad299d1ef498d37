import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  createMeetingType,
  offerMeeting,
  organization,
  rescheduleQuery,
  slotsQuery,
  updateMeetingType,
} from "./support/operations.ts";
import { account, codeOf, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let offer: Awaited<ReturnType<typeof offerMeeting>>;
const startAt = "2027-02-02T08:00:00Z";
const holdQuery = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { id } }`;

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(async () => {
  offer = await offerMeeting(scheduling);
});
afterAll(() => scheduling.stop());

function make(changes: Record<string, unknown>) {
  const { organizationId, scheduleId, host } = offer;
  return createMeetingType(scheduling, host, { organizationId, scheduleId, ...changes });
}

/** All that a caller is told of a meeting type by its id and by its address, without the two. */
async function toldOf(
  caller: Caller,
  { id, slug }: { readonly id: string; readonly slug: string },
) {
  const dates = { from: "2027-02-02", to: "2027-02-03", timeZone: "UTC" };
  const input = { meetingTypeId: id, startAt };
  const answers = [
    await scheduling.ask(caller, { query: slotsQuery, variables: { id, ...dates } }),
    await organization(scheduling, caller, {
      id: offer.organizationId,
      field: `meetingType(slug: "${slug}") { id title visibility }`,
    }),
    await scheduling.ask(caller, { query: holdQuery, variables: { input } }),
    await book(scheduling, input, caller),
    await scheduling.ask(caller, {
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MeetingType { id title } } }`,
      variables: { of: [{ __typename: "MeetingType", id }] },
    }),
  ];
  return JSON.stringify(answers).replaceAll(id, "ID").replaceAll(slug, "SLUG");
}

async function listedTo(caller: Caller): Promise<readonly string[]> {
  const asked = { id: offer.organizationId, field: "meetingTypes(first: 100) { nodes { id } }" };
  const { meetingTypes } = await organization(scheduling, caller, asked);
  return meetingTypes.nodes.map(({ id }: { id: string }) => id);
}

test("a hidden meeting type is in no list, and whoever knows its address books it", async () => {
  const { id, slug } = await make({ visibility: "HIDDEN" });
  expect(await listedTo(anonymous)).not.toContain(id);
  expect(await listedTo(account(newId(), "OWNER"))).not.toContain(id);
  expect(await listedTo(offer.host)).toContain(id);
  const field = `meetingType(slug: "${slug}") { id visibility }`;
  const page = await organization(scheduling, anonymous, { id: offer.organizationId, field });
  expect(page.meetingType).toEqual({ id, visibility: "HIDDEN" });
  const booked = await book(scheduling, { meetingTypeId: id, startAt: "2027-02-05T08:00:00Z" });
  expect(codeOf(booked)).toBeNull();
});

test("to strangers one that is private or inactive is in every answer as one that never was", async () => {
  const secret = await make({ visibility: "LINK_ONLY" });
  const closed = await make({});
  await updateMeetingType(scheduling, offer.host, { meetingTypeId: closed.id, isActive: false });
  const attendee = attendeeOf(
    await book(scheduling, { meetingTypeId: offer.meetingTypeId, startAt: "2027-02-08T08:00:00Z" }),
  );
  for (const caller of [anonymous, account(newId(), "OWNER"), attendee]) {
    const never = await toldOf(caller, { id: newId(), slug: "never-was" });
    expect(never).toContain("NOT_FOUND");
    expect(await toldOf(caller, secret)).toBe(never);
    expect(await toldOf(caller, closed)).toBe(never);
    expect(await listedTo(caller)).not.toContain(secret.id);
  }
  const member = account(offer.organizationId, "MEMBER");
  expect(await listedTo(member)).toEqual(expect.arrayContaining([secret.id, closed.id]));
  const told = await toldOf(member, secret);
  expect(told).toContain("LINK_ONLY");
  expect(told).not.toContain("NOT_FOUND");
});

test("whoever has booked keeps and moves their booking when the meeting type becomes private", async () => {
  const { id } = await make({});
  const booked = await book(scheduling, { meetingTypeId: id, startAt: "2027-02-09T08:00:00Z" });
  await updateMeetingType(scheduling, offer.host, { meetingTypeId: id, visibility: "LINK_ONLY" });
  const attendee = attendeeOf(booked);
  const { bookingId } = attendee;
  const input = { bookingId, startAt: "2027-02-09T09:00:00Z" };
  const { rescheduleBooking } = await scheduling.data(attendee, rescheduleQuery, { input });
  expect(rescheduleBooking.startAt).toBe("2027-02-09T09:00:00.000Z");
  const { booking } = await scheduling.data(attendee, bookingQuery, { id: bookingId });
  expect(booking.meetingType.title).toBe("A first talk");
});

test("a change that says nothing of it leaves it as it was", async () => {
  const { id } = await make({ visibility: "HIDDEN" });
  await updateMeetingType(scheduling, offer.host, { meetingTypeId: id, title: "Other" });
  expect(await listedTo(anonymous)).not.toContain(id);
  await updateMeetingType(scheduling, offer.host, { meetingTypeId: id, visibility: "PUBLIC" });
  expect(await listedTo(anonymous)).toContain(id);
});
