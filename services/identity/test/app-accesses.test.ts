import { randomUUID } from "node:crypto";
import type { Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appForm, newOwner, registerApp } from "./support/app-operations.ts";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  gateway,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let appId: string;
let unapprovedId: string;
let organizationId: string;
let owner: Awaited<ReturnType<typeof newPerson>>;
let admin: Awaited<ReturnType<typeof newPerson>>;
let member: Awaited<ReturnType<typeof newPerson>>;
beforeAll(async () => {
  identity = await startIdentity();
  const maker = await newOwner(identity, "maker");
  const register = async () =>
    (await registerApp(identity, maker.caller, appForm(maker.organizationId))).id;
  [appId, unapprovedId] = [await register(), await register()];
  await register();
  const organizations = organizationOperations(identity);
  const boss = await newPerson(identity, { email: "boss@example.test" });
  const made = await organizations.withMember(boss, "ADMIN");
  ({ organizationId, owner, person: admin } = made);
  const email = "member@example.test";
  const guest = await newPerson(identity, { email });
  const invited = await organizations.invite(owner.caller, {
    organizationId,
    email,
    role: "MEMBER",
  });
  const { link } = await organizations.mailOf(invited.value.id);
  await organizations.accept(guest.caller, link.split("#")[1]);
  member = await organizations.again(guest);
});
afterAll(() => identity.stop());

async function letIn(accountId: string, app: string): Promise<string> {
  const grantId = randomUUID();
  await identity.sql.query(
    `INSERT INTO oauth_record (model, key_hash, payload, grant_id, account_id, app_id, expires_at)
     VALUES ('Grant', decode(md5($1), 'hex'), '', $1, $2, $3, now() + interval '1 day')`,
    [grantId, accountId, app],
  );
  return grantId;
}

const accesses = async (caller: Caller, page = "") =>
  (
    await identity.ask(
      caller,
      `query ($id: ID!) { organizationById(id: $id) { appAccesses${page} {
        nodes { app { id } scopes approvedScopes memberCount since isShutOut } pageInfo { hasNextPage } } } }`,
      { id: organizationId },
    )
  ).data.organizationById.appAccesses;
const approve = (scopes: readonly string[]) =>
  identity.mutate(owner.caller, ["approveApp", "id"], { appId, organizationId, scopes });
const change = (operation: string, caller: Caller, app = appId) =>
  identity.mutate(caller, [operation, "id"], { appId: app, organizationId });
const memberships = async (grantId: string, accountId: string) =>
  (
    await identity.ask(
      gateway,
      `query ($clientId: ID!, $accountId: ID, $grantId: ID) {
        clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) {
          scopes memberships { organizationId } } }`,
      { clientId: appId, accountId, grantId },
    )
  ).data.clientCaller;

test("who governs sees which apps can get what through how many members, and nobody else does", async () => {
  expect((await accesses(owner.caller)).nodes).toEqual([]);
  await approve(["attendees.email:read"]);
  await letIn(member.id, appId);
  await letIn(member.id, appId);
  await letIn(admin.id, appId);
  await letIn(member.id, unapprovedId);
  const open = ["bookings:read", "bookings:write", "profile:read"];
  const { nodes } = await accesses(admin.caller);
  expect(nodes).toMatchObject([
    {
      app: { id: appId },
      approvedScopes: ["attendees.email:read"],
      memberCount: 2,
      since: expect.stringMatching(/Z$/) as string,
      isShutOut: false,
    },
    { app: { id: unapprovedId }, approvedScopes: [], memberCount: 1, isShutOut: false },
  ]);
  expect(nodes[0].scopes.toSorted()).toEqual(["attendees.email:read", ...open]);
  expect(nodes[1].scopes.toSorted()).toEqual(open);
  expect(await accesses(owner.caller, "(first: 1)")).toMatchObject({
    nodes: [{ app: { id: appId } }],
    pageInfo: { hasNextPage: true },
  });
  expect(await accesses(member.caller)).toBeNull();
  const stranger = await newPerson(identity, { email: "onlooker@example.test" });
  expect(await accesses(stranger.caller)).toBeNull();
});

test("an app that is shut out finds no such organization, until an owner readmits it", async () => {
  const grantId = await letIn(member.id, appId);
  expect((await memberships(grantId, member.id)).memberships).toEqual([{ organizationId }]);
  const before = (await told(identity, "identity.access.changed")).length;
  expect((await change("shutOutApp", member.caller)).code).toBe("FORBIDDEN");
  expect((await change("shutOutApp", admin.caller)).value).toEqual({ id: appId });
  expect((await change("shutOutApp", admin.caller)).value).toEqual({ id: appId });
  expect((await memberships(grantId, member.id)).memberships).toEqual([]);
  expect((await told(identity, "identity.access.changed")).slice(before)).toEqual([
    { appId, accountId: null },
  ]);
  const [shown] = (await accesses(owner.caller)).nodes;
  expect(shown).toMatchObject({ isShutOut: true, scopes: [], approvedScopes: [] });
  expect((await approve(["attendees.email:read"])).code).toBe("APP_SHUT_OUT");

  expect((await change("readmitApp", admin.caller)).code).toBe("FORBIDDEN");
  expect((await change("readmitApp", owner.caller)).value).toEqual({ id: appId });
  const after = await memberships(grantId, member.id);
  expect(after.memberships).toEqual([{ organizationId }]);
  // What was approved before is not: whoever lets it in again says so anew.
  expect(after.scopes).not.toContain("attendees.email:read");
  const { data } = await identity.ask(
    owner.caller,
    "query ($id: ID!) { organizationById(id: $id) { changes(first: 3) { nodes { kind subjectId } } } }",
    { id: organizationId },
  );
  expect(data.organizationById.changes.nodes).toEqual(
    ["APP_READMITTED", "APP_SHUT_OUT", "APP_APPROVED"].map((kind) => ({ kind, subjectId: appId })),
  );
});

test("a stranger and a wrong id are told that there is no such thing", async () => {
  const stranger = await newPerson(identity, { email: "meddler@example.test" });
  for (const operation of ["shutOutApp", "readmitApp"]) {
    expect((await change(operation, stranger.caller)).code).toBe("NOT_FOUND");
    expect((await change(operation, owner.caller, randomUUID())).code).toBe("NOT_FOUND");
  }
});
