import { anonymous } from "@tidbok/domain";
import { jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendeeOf,
  book,
  bookingQuery,
  offerMeeting,
  slotsQuery,
  starts,
} from "./support/operations.ts";
import { startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
beforeAll(async () => {
  scheduling = await startScheduling();
});
afterAll(() => scheduling.stop());

test("a visitor finds a slot, books it, and sees the booking by the link", async () => {
  const { host, meetingTypeId, organizationId } = await offerMeeting(scheduling);
  const variables = { id: meetingTypeId, from: "2027-02-02", to: "2027-02-03" };
  const { meetingType } = await scheduling.data(anonymous, slotsQuery, {
    ...variables,
    timeZone: "Europe/Stockholm",
  });
  expect(meetingType.slots.map(({ date }: { date: string }) => date)).toEqual([
    "2027-02-02",
    "2027-02-03",
  ]);
  expect(meetingType.slots[0].slots).toHaveLength(16);
  expect(meetingType.slots[0].slots[0]).toEqual({
    startAt: "2027-02-02T08:00:00.000Z",
    endAt: "2027-02-02T08:30:00.000Z",
    localStart: "09:00",
    localEnd: "09:30",
  });

  const startAt = "2027-02-02T09:00:00Z";
  const booked = await book(scheduling, { meetingTypeId, startAt });
  expect(booked.errors).toBeUndefined();
  const { booking, attendee, manageUrl, manageToken } = booked.data.bookMeeting;
  expect(booking).toMatchObject({ state: "CONFIRMED", startAt: "2027-02-02T09:00:00.000Z" });
  expect(booking.host.id).toBe(host.accountId);
  expect(attendee).toMatchObject({ name: "Ada Lovelace", email: "ada@example.org", locale: "en" });
  expect(booking.attendees[0].name).toBe("Ada Lovelace");
  expect(manageUrl).toBe(`https://book.tidbok.example/manage#${manageToken}`);
  expect(attendee.manageUrl).toBe(manageUrl);

  const { payload, protectedHeader } = await jwtVerify(manageToken, scheduling.publicKey, {
    issuer: "scheduling",
    audience: "gateway",
    typ: "manage+jwt",
    currentDate: new Date(scheduling.clock.now),
  });
  expect(protectedHeader).toMatchObject({ alg: "EdDSA", kid: "one" });
  expect(payload).toMatchObject({ sub: attendee.id, bookingId: booking.id });
  expect(payload.exp).toBe(Date.parse("2027-05-03T09:30:00Z") / 1000);

  expect(await starts(scheduling, { id: meetingTypeId, from: "2027-02-02" })).not.toContain(
    "2027-02-02T09:00:00.000Z",
  );
  const seen = await scheduling.data(attendeeOf(booked), bookingQuery, { id: booking.id });
  expect(seen.booking).toMatchObject({
    organization: { id: organizationId },
    meetingType: { title: "A first talk" },
    attendees: [{ name: "Ada Lovelace", timeZone: "Europe/London", manageUrl }],
  });
  const own = await scheduling.data(attendeeOf(booked), `{ myBooking { id } }`);
  expect(own.myBooking.id).toBe(booking.id);
});

test("a booking and its news are one", async () => {
  const { host, meetingTypeId, organizationId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, { meetingTypeId, startAt: "2027-02-02T09:00:00Z" });
  const { booking, attendee } = booked.data.bookMeeting;
  const rows = await scheduling.sql(
    "SELECT type, organization_id, aggregate_version::int, data FROM outbox WHERE aggregate_id = $1",
    [booking.id],
  );
  expect(rows).toEqual([
    {
      type: "scheduling.booking.made",
      organization_id: organizationId,
      aggregate_version: 1,
      data: {
        bookingId: booking.id,
        organizationId,
        hostIds: [host.accountId],
        attendeeIds: [attendee.id],
        isPending: false,
      },
    },
  ]);
});

test("the same key again is the same booking, word for word", async () => {
  const { meetingTypeId } = await offerMeeting(scheduling);
  const asked = { meetingTypeId, startAt: "2027-02-02T09:00:00Z", idempotencyKey: "attempt-1" };
  const first = await book(scheduling, asked);
  const second = await book(scheduling, asked);
  expect(second.data).toEqual(first.data);
  expect(first.data.bookMeeting.manageUrl).not.toBeNull();
  const other = await book(scheduling, { ...asked, startAt: "2027-02-02T10:00:00Z" });
  expect(other.errors?.[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
  const [{ count }] = await scheduling.sql(
    "SELECT count(*)::int FROM booking WHERE meeting_type_id = $1",
    [meetingTypeId],
  );
  expect(count).toBe(1);
});
