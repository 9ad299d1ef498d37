import type { Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { organizationOperations } from "./support/organization-operations.ts";
import { newPerson, startIdentity, told, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let organizations: ReturnType<typeof organizationOperations>;
beforeAll(async () => {
  identity = await startIdentity();
  organizations = organizationOperations(identity);
});
afterAll(() => identity.stop());

const reason = "Reception calls guests by name";
const fields = "attendeeOversight { kind reason changedAt actorId }";
let counter = 0;
const owned = async (role: string) => {
  const owner = await newPerson(identity, { email: `boss-${(counter += 1)}@example.test` });
  return organizations.withMember(owner, role);
};
const show = (caller: Caller, input: object) =>
  identity.mutate(caller, ["showAttendeesToAdmins", fields], input);
const hide = (caller: Caller, organizationId: string) =>
  identity.mutate(caller, ["hideAttendeesFromAdmins", fields], { organizationId });
const seen = async (caller: Caller, id: string, field = fields) =>
  (
    await identity.ask(caller, `query ($id: ID!) { organizationById(id: $id) { ${field} } }`, {
      id,
    })
  ).data.organizationById;

test("an owner lets admins see who attends for a reason, which every member reads while it holds", async () => {
  const { organizationId, owner, person } = await owned("MEMBER");
  expect((await show(owner.caller, { organizationId, reason })).value.attendeeOversight).toEqual({
    kind: "ATTENDEES_SHOWN_TO_ADMINS",
    reason,
    changedAt: new Date(identity.clock.now).toISOString(),
    actorId: owner.id,
  });
  // A member reads why and since when; which of the owners it was is for who governs.
  expect((await seen(person.caller, organizationId)).attendeeOversight).toMatchObject({
    reason,
    actorId: null,
  });
  const stranger = await newPerson(identity, { email: "passer@example.test" });
  expect(await seen(stranger.caller, organizationId)).toEqual({ attendeeOversight: null });

  expect((await hide(owner.caller, organizationId)).value).toEqual({ attendeeOversight: null });
  expect(await seen(person.caller, organizationId)).toEqual({ attendeeOversight: null });
  const { changes } = await seen(
    owner.caller,
    organizationId,
    "changes(first: 2) { nodes { kind reason } }",
  );
  expect(changes.nodes).toEqual([
    { kind: "ATTENDEES_HIDDEN_FROM_ADMINS", reason: null },
    { kind: "ATTENDEES_SHOWN_TO_ADMINS", reason },
  ]);
  const events = await told(identity, "identity.organization.oversight-changed");
  expect(events.filter((each) => each["organizationId"] === organizationId)).toEqual([
    { organizationId, mayAdminsSeeAttendees: true },
    { organizationId, mayAdminsSeeAttendees: false },
  ]);
});

test("what is so already is not news: the same once more is told to nobody, another reason is", async () => {
  const { organizationId, owner } = await owned("ADMIN");
  const count = async () =>
    (await told(identity, "identity.organization.oversight-changed")).filter(
      (each) => each["organizationId"] === organizationId,
    ).length;
  await hide(owner.caller, organizationId);
  expect(await count()).toBe(0);
  await show(owner.caller, { organizationId, reason });
  await show(owner.caller, { organizationId, reason });
  expect(await count()).toBe(1);
  await show(owner.caller, { organizationId, reason: "Another" });
  expect(await count()).toBe(2);
});

test("only an owner who has just logged in may begin it, and admins may end it", async () => {
  const { organizationId, owner, person } = await owned("ADMIN");
  const stale = { ...owner.caller, isFresh: false } as Caller;
  expect((await show(stale, { organizationId, reason })).code).toBe("FRESH_LOGIN_REQUIRED");
  expect((await show(person.caller, { organizationId, reason })).code).toBe("FORBIDDEN");
  expect((await show(owner.caller, { organizationId, reason: "  " })).code).toBe("INVALID_INPUT");
  const stranger = await newPerson(identity, { email: "nosy@example.test" });
  expect((await show(stranger.caller, { organizationId, reason })).code).toBe("NOT_FOUND");
  expect(await seen(owner.caller, organizationId)).toEqual({ attendeeOversight: null });

  await show(owner.caller, { organizationId, reason });
  expect((await hide(stranger.caller, organizationId)).code).toBe("NOT_FOUND");
  expect((await hide(person.caller, organizationId)).value).toEqual({ attendeeOversight: null });
});

test("the database holds no oversight without a reason", async () => {
  const { organizationId } = await owned("MEMBER");
  await expect(
    identity.sql.query(
      `INSERT INTO organization_change (id, organization_id, kind, changed_at)
       VALUES (gen_random_uuid(), $1, 'ATTENDEES_SHOWN_TO_ADMINS', now())`,
      [organizationId],
    ),
  ).rejects.toThrow("organization_change_reason");
});
