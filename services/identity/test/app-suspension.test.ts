import { randomUUID } from "node:crypto";
import type { Caller } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import {
  gateway,
  newestMail,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let maker: Awaited<ReturnType<typeof newOwner>>;
let customer: Awaited<ReturnType<typeof newOwner>>;
let bystander: Awaited<ReturnType<typeof newOwner>>;
beforeAll(async () => {
  identity = await startIdentity();
  maker = await newOwner(identity, "maker");
  customer = await newOwner(identity, "customer");
  bystander = await newOwner(identity, "bystander");
});
afterAll(() => identity.stop());

const scopes = ["attendees.email:read"];
const newApp = async () =>
  (await registerApp(identity, maker.caller, appForm(maker.organizationId))).id;
const update = (appId: string, change: object) =>
  identity.mutate(maker.caller, ["updateApp", "id legalName redirectUris"], { appId, ...change });
const approve = (appId: string) => {
  const { organizationId } = customer;
  return identity.mutate(customer.caller, ["approveApp", "id"], { appId, organizationId, scopes });
};

/** The scopes that the app can use for the customer who let it in. */
async function givenScopes(appId: string) {
  const grantId = randomUUID();
  await identity.sql.query(
    `INSERT INTO oauth_record (model, key_hash, payload, grant_id, account_id, app_id, expires_at)
     VALUES ('Grant', decode(md5($1), 'hex'), '', $1, $2, $3, now() + interval '1 day')`,
    [grantId, customer.id, appId],
  );
  const query = `query ($appId: ID!, $accountId: ID, $grantId: ID) {
    clientCaller(clientId: $appId, accountId: $accountId, grantId: $grantId) { scopes } }`;
  const ids = { appId, accountId: customer.id, grantId };
  return (await identity.ask(gateway, query, ids)).data.clientCaller.scopes as string[];
}

async function seenBy(caller: Caller, organizationId: string, appId: string) {
  const { data } = await identity.ask(
    caller,
    `query ($id: ID!) { organizationById(id: $id) {
      changes { nodes { kind actorId subjectId } }
      appAccesses { nodes { app { id } approvedScopes suspendedScopes scopes } } } }`,
    { id: organizationId },
  );
  const { changes, appAccesses } = data.organizationById;
  const nodes = appAccesses.nodes as {
    app: { id: string };
    scopes: string[];
    approvedScopes: string[];
    suspendedScopes: string[];
  }[];
  return {
    change: changes.nodes[0] as object,
    access: nodes.find(({ app }) => app.id === appId),
  };
}

const mailsTo = async (accountId: string) =>
  (await told(identity, "identity.email-verification.requested")).filter(
    (event) => event["accountId"] === accountId,
  ).length;

test.each<[string, object]>([
  ["another company", { legalName: "Someone Else Ltd" }],
  ["a new address", { redirectUris: [redirectUri, "https://elsewhere.example/callback"] }],
])("%s of an app suspends its approvals until an owner approves again", async (_, change) => {
  const appId = await newApp();
  await approve(appId);
  expect(await givenScopes(appId)).toContain(scopes[0]);
  const before = await mailsTo(bystander.id);
  expect((await update(appId, change)).code).toBeUndefined();
  expect(await givenScopes(appId)).not.toContain(scopes[0]);

  const seen = await seenBy(customer.caller, customer.organizationId, appId);
  // The person who changed the app belongs to another organization, which is not the customer's to know.
  expect(seen.change).toEqual({ kind: "APP_SUSPENDED", actorId: null, subjectId: appId });
  expect(seen.access).toMatchObject({ approvedScopes: [], suspendedScopes: scopes });
  expect(seen.access?.scopes).not.toContain(scopes[0]);
  expect(await newestMail(identity)).toMatchObject({
    kind: "APP_SUSPENDED",
    email: "customer@example.test",
  });
  expect(await mailsTo(bystander.id)).toBe(before);

  await approve(appId);
  expect(await givenScopes(appId)).toContain(scopes[0]);
  const after = await seenBy(customer.caller, customer.organizationId, appId);
  expect(after.access).toMatchObject({ approvedScopes: scopes, suspendedScopes: [] });
});

test("what changes neither the company nor adds an address suspends nothing, and asks nobody", async () => {
  const appId = await newApp();
  await approve(appId);
  const before = await mailsTo(customer.id);
  const same = { legalName: "Rum & Bord AB", redirectUris: [] };
  await update(appId, { name: "Salsbokaren", ...same });
  expect(await givenScopes(appId)).toContain(scopes[0]);
  expect(await mailsTo(customer.id)).toBe(before);
  // Once suspended, it is not suspended again: one mail says it.
  for (const legalName of ["First Ltd", "Second Ltd"]) await update(appId, { legalName });
  expect(await mailsTo(customer.id)).toBe(before + 1);
});
