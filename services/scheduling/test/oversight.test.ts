import type { Caller } from "@tidbok/domain";
import { newId } from "@tidbok/domain";
import { connectNats, OversightChanged } from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { eventually, tellEvent, testNats, type TestNats } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { book, bookingQuery, offerMeeting } from "./support/operations.ts";
import { account, startScheduling, type Scheduling } from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let nats: TestNats;
beforeAll(async () => {
  nats = await testNats();
  scheduling = await startScheduling({ nats });
  await scheduling.service.start();
});
afterAll(async () => {
  await scheduling.stop();
  await nats.drop();
});

const attendee = {
  name: "Ludmila Fernsby",
  email: "ludmila@fernsby.example",
  phone: "+46 70 555 01 99",
  timeZone: "Europe/Oslo",
  locale: "sv",
};
const remedy = "organization setting showAttendeesToAdmins";

test("an admin sees names and addresses while identity says so, and nothing else of who attends", async () => {
  const { organizationId, meetingTypeId } = await offerMeeting(scheduling);
  const booked = await book(scheduling, {
    meetingTypeId,
    startAt: "2027-02-02T08:00:00Z",
    attendee,
  });
  const id: string = booked.data.bookMeeting.booking.id;
  const see = (caller: Caller) =>
    scheduling.ask(caller, { query: bookingQuery, variables: { id } });
  const admin = account(organizationId, "ADMIN");
  const shown = async () => (await see(admin)).data.booking.attendees[0];
  const identity = await connectNats({
    servers: nats.url,
    seedFile: nats.seedFile("identity"),
    name: "identity",
    log: createLogger("test", { level: "silent" }),
  });
  const aggregateVersions = { [organizationId]: 0 };
  const tell = async (of: string, mayAdminsSeeAttendees: boolean) =>
    tellEvent(await identity.connection(), {
      id: newId(),
      definition: OversightChanged,
      aggregateId: of,
      aggregateVersion: (aggregateVersions[of] = (aggregateVersions[of] ?? 0) + 1),
      organizationId: of,
      data: { organizationId: of, mayAdminsSeeAttendees },
    });

  const before = await see(admin);
  expect(before.data.booking.attendees[0]).toMatchObject({ name: null, email: null });
  expect(before.extensions?.["withheld"]).toContainEqual(
    expect.objectContaining({ coordinate: "Attendee.email", action: "hide", remedy }),
  );

  await tell(newId(), true);
  await tell(organizationId, true);
  await eventually(async () => (await shown()).name !== null);
  expect(await shown()).toEqual({
    id: booked.data.bookMeeting.attendee.id,
    name: attendee.name,
    email: attendee.email,
    phone: null,
    timeZone: null,
    locale: null,
    answers: null,
    manageUrl: null,
    cancellationReason: null,
  });
  // What an organization lets its admins see makes nobody else an admin.
  for (const caller of [account(organizationId, "MEMBER"), account(newId(), "OWNER")]) {
    expect((await see(caller)).data.booking).toBeNull();
  }
  const app = (scopes: readonly string[]): Caller => ({
    kind: "client",
    clientId: "app",
    accountId: admin.accountId,
    memberships: admin.memberships,
    scopes: ["bookings:read", ...scopes],
    purpose: "provide.integrate",
  });
  expect((await see(app(["attendees.email:read"]))).data.booking.attendees[0]).toMatchObject({
    name: null,
    email: attendee.email,
  });

  const off = performance.now();
  await tell(organizationId, false);
  await eventually(async () => (await shown()).name === null, { withinMs: 5000 });
  expect(performance.now() - off).toBeLessThan(5000);
  await identity.stop();
});
