import { randomUUID } from "node:crypto";
import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appForm, newOwner, registerApp } from "./support/app-operations.ts";
import { organizationOperations } from "./support/organization-operations.ts";
import {
  gateway,
  logIn,
  newestMail,
  newPerson,
  password,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let owner: Awaited<ReturnType<typeof newOwner>>;
let appId: string;
beforeAll(async () => {
  identity = await startIdentity();
  owner = await newOwner(identity, "holder");
  appId = (await registerApp(identity, owner.caller, appForm(owner.organizationId))).id;
});
afterAll(() => identity.stop());

/** That a person let an app in, as the authorization server keeps it. */
async function letIn(accountId: string, app = appId): Promise<string> {
  const grantId = randomUUID();
  await identity.sql.query(
    `INSERT INTO oauth_record (model, key_hash, payload, grant_id, account_id, app_id, expires_at)
     VALUES ('Grant', decode(md5($1), 'hex'), '', $1, $2, $3, now() + interval '1 day')`,
    [grantId, accountId, app],
  );
  return grantId;
}

/** Somebody who let the app in and made a token, and whether each still opens anything. */
async function withAccesses(email: string) {
  const person = await newPerson(identity, { email });
  const grantId = await letIn(person.id);
  const made = await identity.mutate(person.caller, ["createPersonalToken", "secret"], {
    name: "Script",
    scopes: ["bookings:read"],
    lifetimeDays: 30,
  });
  const token = made.value.secret as string;
  const isOpen = async () => {
    const { data } = await identity.ask(
      gateway,
      `query ($token: String!, $clientId: ID!, $accountId: ID, $grantId: ID) {
        script: personalTokenCaller(input: { token: $token }) { accountId }
        app: clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) { accountId } }`,
      { token, clientId: appId, accountId: person.id, grantId },
    );
    return { script: data.script !== null, app: data.app !== null };
  };
  return { ...person, isOpen };
}

const both = { script: true, app: true };
const neither = { script: false, app: false };

test("a forgotten password that is replaced ends what apps and scripts may do, and tells so", async () => {
  const email = "forgetful@example.test";
  const { id, isOpen } = await withAccesses(email);
  expect(await isOpen()).toEqual(both);
  await identity.mutate(anonymous, ["requestRecovery", "nextStep"], { email });
  const { token } = await newestMail(identity);
  const newPassword = "lingon och tranbär";
  await identity.mutate(anonymous, ["resetPassword", "id"], { token, newPassword });
  expect(await isOpen()).toEqual(neither);
  const ofThem = async (type: string) =>
    (await told(identity, type)).filter(({ accountId }) => accountId === id);
  expect(await ofThem("identity.access.changed")).toHaveLength(1);
  expect(await ofThem("identity.personal-token.ended")).toHaveLength(1);
});

test("a changed password ends them only when its person says so", async () => {
  const email = "careful@example.test";
  const { caller, isOpen } = await withAccesses(email);
  const change = (currentPassword: string, rest: { newPassword: string; endsAccesses?: boolean }) =>
    identity.mutate(caller, ["changePassword", "id"], { currentPassword, ...rest });
  await change(password, { newPassword: "another good one" });
  expect(await isOpen()).toEqual(both);
  await change("another good one", { newPassword: "and a third one", endsAccesses: true });
  expect(await isOpen()).toEqual(neither);
});

test("who comes back to an account that was out of use lets apps and scripts in anew", async () => {
  const email = "away@example.test";
  const { caller, isOpen } = await withAccesses(email);
  await identity.ask(caller, "mutation { deactivateAccount { id } }");
  expect(await isOpen()).toEqual(neither);
  await logIn(identity, email);
  expect(await isOpen()).toEqual(neither);
});

test("who leaves an organization leaves its own apps, and other apps see the organization no more", async () => {
  const organizations = organizationOperations(identity);
  const boss = await newPerson(identity, { email: "chief@example.test" });
  const { organizationId, owner: chief, person } = await organizations.withMember(boss, "MEMBER");
  const own = await registerApp(identity, chief.caller, appForm(organizationId));
  const [ownGrant, otherGrant] = [await letIn(person.id, own.id), await letIn(person.id)];
  const callerOf = async (clientId: string, grantId: string) =>
    (
      await identity.ask(
        gateway,
        `query ($clientId: ID!, $accountId: ID, $grantId: ID) {
          clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) {
            memberships { organizationId } } }`,
        { clientId, accountId: person.id, grantId },
      )
    ).data.clientCaller;
  expect(await callerOf(own.id, ownGrant)).toEqual({ memberships: [{ organizationId }] });
  await organizations.remove(chief.caller, { organizationId, accountId: person.id });
  expect(await callerOf(own.id, ownGrant)).toBeNull();
  expect(await callerOf(appId, otherGrant)).toEqual({ memberships: [] });
});
