import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { attemptAt, book, openStage } from "./support/bookings.ts";
import { invite, logIn, register } from "./support/people.ts";

test("an admin sees who attends while an owner says so; when that ends, within seconds no more", async () => {
  const { host: owner, organization, ...stage } = await openStage("Ottilia");
  const attempt = attemptAt(stage, stage.slots[3] ?? "");
  const booked = await book(attempt);
  const [admin, member] = [await register("Berta"), await register("Klas")];
  const by = { by: owner, organizationId: organization.id };
  await invite({ ...by, role: "ADMIN" }, admin);
  await invite({ ...by, role: "MEMBER" }, member);
  const { token } = await logIn(admin);
  const query = `query ($id: ID!) { booking(id: $id) { attendees { name email phone } } }`;
  const see = () => ask({ query, variables: { id: booked.id }, token });
  const nameSeen = async () => (await see()).data.booking.attendees[0].name as string | null;
  const change = (operation: string, input: object) =>
    demand({
      query: `mutation ($input: ${operation[0]?.toUpperCase()}${operation.slice(1)}Input!) {
        ${operation}(input: $input) { attendeeOversight { reason } } }`,
      variables: { input: { organizationId: organization.id, ...input } },
      token: owner.token,
    });

  const before = await see();
  expect(before.data.booking.attendees).toEqual([{ name: null, email: null, phone: null }]);
  expect(before.extensions?.privacy?.withheld).toContainEqual(
    expect.objectContaining({
      coordinate: "Attendee.name",
      remedy: "organization setting showAttendeesToAdmins",
    }),
  );

  const reason = "Reception calls guests by name";
  await change("showAttendeesToAdmins", { reason });
  await eventually(async () => (await nameSeen()) !== null, { withinMs: 10_000 });
  const { name, email } = attempt.attendee;
  expect((await see()).data.booking.attendees).toEqual([{ name, email, phone: null }]);
  const told = await demand({
    query: `query ($id: ID!) { organizationById(id: $id) { attendeeOversight { kind reason changedAt actorId } } }`,
    variables: { id: organization.id },
    token: (await logIn(member)).token,
  });
  expect(told.organizationById.attendeeOversight).toMatchObject({
    kind: "ATTENDEES_SHOWN_TO_ADMINS",
    reason,
    actorId: null,
  });

  const ended = performance.now();
  await change("hideAttendeesFromAdmins", {});
  await eventually(async () => (await nameSeen()) === null, { withinMs: 10_000 });
  expect(performance.now() - ended).toBeLessThan(10_000);
});
