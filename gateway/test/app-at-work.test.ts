import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { beforeAll, expect, test } from "vitest";
import { letIn, registerApp } from "./support/apps.ts";
import { ask, demand, refused } from "./support/ask.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { mailTo } from "./support/mailbox.ts";
import { openSlots } from "./support/offers.ts";
import { newPerson } from "./support/people.ts";

// An app of a partner does what it is for: it books, and reads what it was let read.
const protectedScopes = ["attendees.name:read", "attendees.email:read"];
const guest = newPerson("Gustaf");

let stage: Stage;
let bookingId: string;
beforeAll(async () => {
  stage = await openStage("Henrika");
});

/** An app with these scopes, which the owner approves as far as they are protected, and a token of its. */
async function appToken(scopes: readonly string[], { isApproved = true } = {}): Promise<string> {
  const { host, organization } = stage;
  const app = await registerApp(host, { organizationId: organization.id, scopes });
  await demand({
    query: "mutation ($input: ApproveAppInput!) { approveApp(input: $input) { id } }",
    variables: {
      input: {
        appId: app.id,
        organizationId: organization.id,
        scopes: isApproved ? scopes.filter((scope) => protectedScopes.includes(scope)) : [],
      },
    },
    token: host.token,
  });
  return (await letIn(app, { person: host, scope: scopes.join(" ") })).token;
}

const bookQuery = `mutation ($input: BookMeetingInput!) {
  bookMeeting(input: $input) { booking { id startAt state } attendee { name email } manageToken } }`;
const booking = (startAt: string | undefined) => ({
  meetingTypeId: stage.meetingType.id,
  startAt,
  attendee: { name: guest.name, email: guest.email, timeZone: "Europe/Helsinki", locale: "en" },
  idempotencyKey: randomUUID(),
});
const read = (token: string) =>
  ask({
    query: `query ($id: ID!) { booking(id: $id) { startAt state attendees { name email phone } } }`,
    variables: { id: bookingId },
    token,
  });
const withheldFrom = ({ extensions }: Awaited<ReturnType<typeof ask>>) =>
  (extensions?.privacy?.withheld ?? []) as { coordinate: string; remedy: string | null }[];

test("an app with bookings:write books, moves and cancels; the guest is told like everybody", async () => {
  const token = await appToken(["bookings:read", "bookings:write"]);
  const answer = await ask({
    query: bookQuery,
    variables: { input: booking(stage.slots[4]) },
    token,
  });
  expect(answer.errors).toBeUndefined();
  const { bookMeeting } = answer.data;
  bookingId = bookMeeting.booking.id;
  expect(bookMeeting.booking).toMatchObject({ startAt: stage.slots[4], state: "CONFIRMED" });
  // It typed them itself, and still is shown no more than its scopes open.
  expect(bookMeeting.attendee).toEqual({ name: null, email: null });
  await mailTo(guest.email, /./);
  const move = {
    query: `mutation ($input: RescheduleBookingInput!) { rescheduleBooking(input: $input) { startAt } }`,
    variables: { input: { bookingId, startAt: stage.slots[6] } },
    token,
  };
  expect((await demand(move)).rescheduleBooking.startAt).toBe(stage.slots[6]);
  expect(await openSlots(stage.meetingType.id)).not.toContain(stage.slots[6]);
});

test("an app without bookings:write books nothing, and without bookings:read reads nothing", async () => {
  const reader = await appToken(["bookings:read"]);
  const before = await openSlots(stage.meetingType.id);
  const variables = { input: booking(stage.slots[10]) };
  expect(await refused({ query: bookQuery, variables, token: reader })).toBe("FORBIDDEN");
  expect(await openSlots(stage.meetingType.id)).toEqual(before);
  const profile = await appToken(["profile:read"]);
  const { errors } = await read(profile);
  expect(errors?.map(({ extensions }) => [extensions.code, extensions["scopes"]])).toEqual([
    ["FORBIDDEN", ["bookings:read"]],
  ]);
});

test("a query loses the root fields that an app lacks a scope for, and keeps the others", async () => {
  const token = await appToken(["profile:read"]);
  const { slug } = stage.organization;
  const { data, errors, ...rest } = await ask({
    query: `query Mixed { me { id } ...Hosted named: organization(slug: "${slug}") { slug }
      mine: organization(slug: "${slug}") { ...Bookings } sessions { nodes { id } } }
      fragment Hosted on Query { hostedBookings(first: 1) { nodes { id } } }
      fragment Bookings on Organization { slug bookings(first: 1) { nodes { id } } }`,
    token,
  });
  expect(errors).toBeUndefined();
  expect(Object.entries(data)).toEqual([
    ["me", { id: stage.host.accountId }],
    ["hostedBookings", null],
    ["named", { slug }],
    ["mine", null],
    ["sessions", null],
  ]);
  const reason = { action: "hide", reason: "SCOPE_MISSING" };
  const grant = {
    remedy: "scope bookings:read",
    remedyCode: "GRANT_SCOPES",
    remedyParameters: { scopes: ["bookings:read"] },
  };
  expect(withheldFrom({ data, ...rest })).toEqual([
    { coordinate: "Query.hostedBookings", ...reason, ...grant },
    { coordinate: "Query.organization", ...reason, ...grant },
    {
      coordinate: "Query.sessions",
      ...reason,
      remedy: null,
      remedyCode: null,
      remedyParameters: null,
    },
  ]);
});

test("what an app may not read of attendees is null, and it is told which scope to ask for", async () => {
  const none = await read(await appToken(["bookings:read"]));
  expect(none.data.booking.attendees).toEqual([{ name: null, email: null, phone: null }]);
  expect(withheldFrom(none).map(({ coordinate, remedy }) => [coordinate, remedy])).toEqual(
    expect.arrayContaining([
      ["Attendee.name", "scope attendees.name:read"],
      ["Attendee.email", "scope attendees.email:read"],
      ["Attendee.phone", "scope attendees.phone:read"],
    ]),
  );
  const name = await read(await appToken(["bookings:read", "attendees.name:read"]));
  expect(name.data.booking.attendees).toEqual([{ name: guest.name, email: null, phone: null }]);
  expect(withheldFrom(name).map(({ remedy }) => remedy)).not.toContain("scope attendees.name:read");
  const both = await read(await appToken(["bookings:read", ...protectedScopes]));
  expect(both.data.booking.attendees).toEqual([
    { name: guest.name, email: guest.email, phone: null },
  ]);
});

test("a scope that the owner did not approve is not given, and the token says so", async () => {
  const token = await appToken(["bookings:read", ...protectedScopes], { isApproved: false });
  expect(decodeJwt(token)["scope"]).toBe("bookings:read");
  expect((await read(token)).data.booking.attendees[0]).toMatchObject({ name: null, email: null });
});

test("an app changes nothing of the person or the organization, whatever it was let do", async () => {
  const token = await appToken(["profile:read", "bookings:read", "bookings:write"]);
  const { organization, host } = stage;
  for (const query of [
    `mutation { updateProfile(input: { name: "App" }) { id } }`,
    `mutation { updateOrganization(input: { organizationId: "${organization.id}", name: "App" }) { id } }`,
    `mutation { removeMember(input: { organizationId: "${organization.id}", accountId: "${host.accountId}" }) { role } }`,
    `mutation { deactivateAccount { id } }`,
    `mutation { createPersonalToken(input: { name: "x", scopes: ["profile:read"], lifetimeDays: 1 }) { secret } }`,
    "{ sessions { nodes { id } } }",
    "{ appsWithAccess { nodes { id } } }",
  ]) {
    expect([query, await refused({ query, token })]).toEqual([query, "FORBIDDEN"]);
  }
});
