import ICAL from "ical.js";
import { eventually } from "@tidbok/testing";
import type { ParsedMail } from "mailparser";
import { beforeAll, expect, test } from "vitest";
import { ask, demand, refused } from "./support/ask.ts";
import { linkIn, mailsTo, mailTo } from "./support/mailbox.ts";
import { createOrganization, offerMeeting, openSlots } from "./support/offers.ts";
import { invite, register, newPerson, type Person } from "./support/people.ts";

// One journey, step by step; each step stands on the ones before it.
let owner: Person;
let host: Person;
let organization: { id: string; slug: string };
let meetingType: { id: string; slug: string; questions: { id: string }[] };
const attendee = newPerson("Astrid");
const answer = "The kitchen of Q-street 17";
let slots: string[];
let bookingId: string;
let manageToken: string;

const bookQuery = `mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) {
  booking { id startAt state } manageToken } }`;
const peopleQuery = `query ($id: ID!) { booking(id: $id) {
  startAt host { displayName } attendees { id name email answers { text } } } }`;

function bookingInput(startAt: string | undefined, idempotencyKey: string) {
  return {
    meetingTypeId: meetingType.id,
    startAt,
    attendee: {
      name: attendee.name,
      email: attendee.email,
      timeZone: "Europe/Helsinki",
      locale: "sv",
    },
    answers: [{ questionId: meetingType.questions[0]?.id, text: answer }],
    idempotencyKey,
  };
}

beforeAll(async () => {
  owner = await register("Olle");
  host = await register("Hanna");
  organization = await createOrganization(owner);
  await invite({ by: owner, organizationId: organization.id, role: "MEMBER" }, host);
  meetingType = await offerMeeting(host, organization.id);
});

test("a visitor finds the booking page by its slugs, with slots in a zone of their choice", async () => {
  const { organization: page } = await demand({
    query: `query ($org: String!, $type: String!, $from: Date!, $to: Date!) {
      organization(slug: $org) { name meetingType(slug: $type) { id title hosts { account { displayName } }
        slots(from: $from, to: $to, timeZone: "Asia/Tokyo") { date slots { startAt localStart } } } } }`,
    variables: { org: organization.slug, type: meetingType.slug, ...tomorrow() },
  });
  expect(page.meetingType.id).toBe(meetingType.id);
  expect(page.meetingType.hosts[0].account.displayName).toBe(host.name);
  const [first] = page.meetingType.slots[0].slots;
  const inTokyo = new Intl.DateTimeFormat("sv", { timeZone: "Asia/Tokyo", timeStyle: "short" });
  expect(first.localStart).toBe(inTokyo.format(new Date(first.startAt)));
});

test("of two people who book one slot at once, exactly one gets it; the same key is the same booking", async () => {
  slots = await openSlots(meetingType.id);
  const attempts = await Promise.all(
    ["first-attempt", "second-attempt"].map((key) =>
      ask({ query: bookQuery, variables: { input: bookingInput(slots[0], key) } }),
    ),
  );
  const [won] = attempts.filter(({ errors }) => !errors);
  const [lost] = attempts.filter(({ errors }) => errors);
  expect(lost?.errors?.[0]?.extensions.code).toBe("SLOT_TAKEN");
  expect(won?.data.bookMeeting.booking.state).toBe("CONFIRMED");
  const key = won === attempts[0] ? "first-attempt" : "second-attempt";
  const again = await demand({
    query: bookQuery,
    variables: { input: bookingInput(slots[0], key) },
  });
  expect(again.bookMeeting.booking).toEqual(won?.data.bookMeeting.booking);
  ({
    booking: { id: bookingId },
    manageToken,
  } = again.bookMeeting);
  expect(await openSlots(meetingType.id)).not.toContain(slots[0]);
});

test("attendee and host are mailed, each in their language, with an appointment that calendars accept", async () => {
  const mail = await mailTo(attendee.email, /^Bokat/);
  expect(linkIn(mail, "manage")).toBeTruthy();
  expect(mail.text).not.toContain(host.email);
  const event = appointmentIn(mail, "REQUEST");
  expect(event.uid).toContain(bookingId);
  expect(event.sequence).toBe(0);
  expect(event.startDate.toJSDate().toISOString()).toBe(new Date(slots[0] ?? "").toISOString());
  expect(event.attendees).toHaveLength(1);
  const toHost = await mailTo(host.email, /^Booked/);
  expect(toHost.text).toContain(attendee.name);
  expect(toHost.text).toContain(answer);
});

test("the host sees the attendee; the admin sees the time and is told what is withheld", async () => {
  const asHost = await ask({
    query: peopleQuery,
    variables: { id: bookingId },
    token: host.token,
  });
  expect(asHost.data.booking.attendees[0]).toMatchObject({
    name: attendee.name,
    email: attendee.email,
    answers: [{ text: answer }],
  });
  expect(asHost.extensions?.privacy).toBeUndefined();

  const asAdmin = await ask({
    query: peopleQuery,
    variables: { id: bookingId },
    token: owner.token,
  });
  expect(asAdmin.data.booking.startAt).toBe(asHost.data.booking.startAt);
  expect(asAdmin.data.booking.attendees[0]).toMatchObject({
    name: null,
    email: null,
    answers: null,
  });
  const withheld = asAdmin.extensions?.privacy?.withheld as { coordinate: string }[];
  expect(withheld.map(({ coordinate }) => coordinate).sort()).toEqual([
    "Attendee.answers",
    "Attendee.email",
    "Attendee.name",
  ]);
});

test("the host lists bookings newest first, filtered by state and time", async () => {
  const list = (filter: object) =>
    demand({
      query: `query ($slug: String!, $filter: BookingFilter) { organization(slug: $slug) {
        bookings(first: 10, filter: $filter) { nodes { id state } pageInfo { hasNextPage } } } }`,
      variables: { slug: organization.slug, filter },
      token: host.token,
    });
  const { organization: found } = await list({ states: ["CONFIRMED"] });
  expect(found.bookings.nodes.map(({ id }: { id: string }) => id)).toEqual([bookingId]);
  const { organization: later } = await list({ startsAfter: "2099-01-01T00:00:00Z" });
  expect(later.bookings.nodes).toEqual([]);
});

test("to a visitor and to a stranger with an account the booking does not exist", async () => {
  const stranger = await register("Sture");
  for (const token of [undefined, stranger.token]) {
    const { data } = await ask({
      query: peopleQuery,
      variables: { id: bookingId },
      ...(token ? { token } : {}),
    });
    expect(data).toEqual({ booking: null });
  }
  const input = { bookingId, startAt: slots[4] };
  expect(
    await refused({
      query: `mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { id } }`,
      variables: { input },
      token: stranger.token,
    }),
  ).toBe("NOT_FOUND");
});

test("with the link alone the attendee sees, moves and cancels the booking, and mails follow", async () => {
  const { myBooking } = await demand({
    query: "{ myBooking { id attendees { name email } host { displayName email } } }",
    token: manageToken,
  });
  expect(myBooking).toEqual({
    id: bookingId,
    attendees: [{ name: attendee.name, email: attendee.email }],
    host: { displayName: host.name, email: null },
  });

  await demand({
    query: `mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { startAt } }`,
    variables: { input: { bookingId, startAt: slots[4] } },
    token: manageToken,
  });
  const moved = await mailTo(attendee.email, /^Flyttat/);
  const event = appointmentIn(moved, "REQUEST");
  expect(event.sequence).toBe(1);
  expect(event.startDate.toJSDate().toISOString()).toBe(new Date(slots[4] ?? "").toISOString());
  expect(await openSlots(meetingType.id)).toContain(slots[0]);

  for (const _ of [1, 2]) {
    const { cancelBooking } = await demand({
      query: `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { state } }`,
      variables: { input: { bookingId, reason: "Ill" } },
      token: manageToken,
    });
    expect(cancelBooking.state).toBe("CANCELLED");
  }
  const gone = await mailTo(attendee.email, /^Avbokat/);
  expect(appointmentIn(gone, "CANCEL").sequence).toBe(2);
  await mailTo(host.email, /^Cancelled/);
  expect((await mailsTo(attendee.email)).map(({ subject }) => subject?.split(":")[0])).toHaveLength(
    3,
  );
});

test("every organization is on the free plan, which allows three active meeting types", async () => {
  await eventually(async () => {
    const { organization: found } = await demand({
      query: `query ($slug: String!) { organization(slug: $slug) {
        subscription { plan entitlements { activeMeetingTypes } } } }`,
      variables: { slug: organization.slug },
      token: owner.token,
    });
    expect(found.subscription).toEqual({ plan: "FREE", entitlements: { activeMeetingTypes: 3 } });
    return true;
  });
  await offerMeeting(host, organization.id);
  await offerMeeting(host, organization.id);
  await expect(offerMeeting(host, organization.id)).rejects.toThrow("PLAN_LIMIT_REACHED");
});

test("the policy that a person accepted when signing up is recorded, for them alone", async () => {
  const { policy } = await demand({ query: "{ policy { version } }" });
  await eventually(async () => {
    const { me } = await demand({
      query: "{ me { policyAcceptances { version } } }",
      token: owner.token,
    });
    expect(me.policyAcceptances).toEqual([policy]);
    return true;
  });
});

function appointmentIn(mail: ParsedMail, method: string): ICAL.Event {
  const file = mail.attachments.find(({ filename }) => filename?.endsWith(".ics"));
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString("utf8") ?? ""));
  expect(calendar.getFirstPropertyValue("method")).toBe(method);
  const event = calendar.getFirstSubcomponent("vevent");
  if (!event) throw new Error("no VEVENT in the .ics");
  return new ICAL.Event(event);
}

function tomorrow(): { from: string; to: string } {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: day(1), to: day(3) };
}
