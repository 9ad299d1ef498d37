import { anonymous, type Caller } from "@tidbok/domain";
import { freePort } from "@tidbok/testing";
import { decodeJwt } from "jose";
import * as client from "openid-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import { createBrowser } from "./support/browser.ts";
import {
  gateway,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let origin: string;
let owner: Awaited<ReturnType<typeof newOwner>>;
let app: Awaited<ReturnType<typeof registerApp>>;
beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  owner = await newOwner(identity, "owner");
});
afterAll(() => identity.stop());
beforeEach(async () => {
  app = await registerApp(identity, owner.caller, appForm(owner.organizationId));
});

const fields =
  "id organizationId name legalName purpose isConfidential redirectUris scopes { scope why }";
const update = (change: object, caller: Caller = owner.caller) =>
  identity.mutate(caller, ["updateApp", fields], { appId: app.id, ...change });
const remove = (caller: Caller = owner.caller) =>
  identity.mutate(caller, ["deleteApp", "id name"], { appId: app.id });
const shown = async () =>
  (await identity.ask(anonymous, `query ($id: ID!) { app(id: $id) { ${fields} } }`, { id: app.id }))
    .data.app as object | null;

const discover = () =>
  client.discovery(new URL(origin), app.id, undefined, client.ClientSecretBasic(app.secret), {
    execute: [client.allowInsecureRequests],
    algorithm: "oauth2",
  });

async function authorizationUrl(config: client.Configuration, verifier: string) {
  return client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "bookings:read profile:read",
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
}

/** What the app gets of its owner. */
async function tokens(config: client.Configuration) {
  const verifier = client.randomPKCECodeVerifier();
  const browser = createBrowser(origin);
  browser.cookies.set("__Host-tidbok-session", owner.cookie);
  const consent = await browser.open(await authorizationUrl(config, verifier));
  const answered = await browser.submit(consent.url, [
    ["scope", "bookings:read"],
    ["scope", "profile:read"],
    ["decision", "allow"],
  ]);
  return client.authorizationCodeGrant(config, new URL(answered.url), {
    pkceCodeVerifier: verifier,
  });
}

async function scopesOf(accessToken: string) {
  const { client_id: clientId, sub: accountId, gid: grantId } = decodeJwt(accessToken);
  const { data } = await identity.ask(
    gateway,
    `query ($clientId: ID!, $accountId: ID, $grantId: ID) {
      clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) { scopes } }`,
    { clientId, accountId, grantId },
  );
  return (data.clientCaller as { scopes: string[] } | null)?.scopes ?? null;
}

describe("an app that is changed", () => {
  test("keeps what is left out, and shows the rest to everybody", async () => {
    const before = await shown();
    const { value } = await update({ name: "Salsbokaren" });
    expect(value).toEqual({ ...before, name: "Salsbokaren" });
    expect(await shown()).toEqual(value);
    const scopes = [{ scope: "bookings:read", why: "To show them" }];
    expect((await update({ scopes, redirectUris: [] })).value).toMatchObject({
      name: "Salsbokaren",
      scopes,
      redirectUris: [],
    });
  });

  test.each<[string, object, readonly string[]]>([
    ["an empty name", { name: " " }, ["name"]],
    ["a name of a page", { name: "x".repeat(81), legalName: "" }, ["legalName", "name"]],
    ["an address without TLS", { redirectUris: ["http://a.example"] }, ["redirectUris.0"]],
    ["a script", { redirectUris: [redirectUri, "javascript:alert(1)"] }, ["redirectUris.1"]],
    ["a fragment", { redirectUris: ["https://a.example/#x"] }, ["redirectUris.0"]],
    ["a user in an address", { redirectUris: ["https://a@b.example/"] }, ["redirectUris.0"]],
    ["eleven addresses", { redirectUris: Array(11).fill(redirectUri) }, ["redirectUris"]],
    ["no scope", { scopes: [] }, ["scopes"]],
    ["a scope that is none", { scopes: [{ scope: "all", why: "x" }] }, ["scopes.0.scope"]],
    ["a scope twice", { scopes: Array(2).fill({ scope: "bookings:read", why: "x" }) }, ["scopes"]],
    ["no reason", { scopes: [{ scope: "bookings:read", why: "" }] }, ["scopes.0.why"]],
  ])("does not take %s, and says where it stands", async (_, change, paths) => {
    const before = await shown();
    const { answer, code } = await update(change);
    expect(code).toBe("INVALID_INPUT");
    const problems = answer.errors?.[0]?.extensions["problems"] as { path: string }[];
    expect(problems.map(({ path }) => path.replace("input.", "")).toSorted()).toEqual(paths);
    expect(await shown()).toEqual(before);
  });

  test("is not changed by who does not govern its organization", async () => {
    const before = await shown();
    const stranger = await newPerson(identity, { email: `s-${app.id}@example.test` });
    const role = "MEMBER" as const;
    const memberships = [{ organizationId: owner.organizationId, role }];
    const member = { ...stranger.caller, memberships } as Caller;
    for (const [caller, refusal] of [
      [stranger.caller, "NOT_FOUND"],
      [member, "FORBIDDEN"],
      [anonymous, "UNAUTHENTICATED"],
    ] as const) {
      expect((await update({ name: "Taken" }, caller)).code).toBe(refusal);
      expect((await remove(caller)).code).toBe(refusal);
    }
    expect(await shown()).toEqual(before);
  });

  test("may do no more what it no longer declares, also by tokens that it has", async () => {
    const config = await discover();
    const { access_token: token, refresh_token: refresh = "" } = await tokens(config);
    expect(await scopesOf(token)).toContain("bookings:read");
    await update({ scopes: [{ scope: "profile:read", why: "To greet you" }] });
    expect(await scopesOf(token)).toEqual(["profile:read"]);
    const next = await client.refreshTokenGrant(config, refresh);
    expect(decodeJwt(next.access_token)["scope"]).toBe("profile:read");
    expect(await told(identity, "identity.access.changed")).toContainEqual({
      appId: app.id,
      accountId: null,
    });
  });

  test("is answered at no address that it gave up", async () => {
    const config = await discover();
    await update({ redirectUris: ["https://rooms.example/callback"] });
    const url = await authorizationUrl(config, client.randomPKCECodeVerifier());
    const response = await fetch(url, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  });
});

test("an app is listed to the person with scopes, since when and last use, until they send it away with all it got", async () => {
  const mine = async () => {
    const query =
      "{ appsWithAccess { nodes { id legalName } edges { grant { scopes since lastUsedOn } } } }";
    return (await identity.ask(owner.caller, query)).data.appsWithAccess as object;
  };
  await identity.sql.query("DELETE FROM oauth_record");
  const config = await discover();
  const given = await tokens(config);
  const since = expect.stringMatching(/^20.*Z$/) as string;
  const scopes = ["bookings:read", "profile:read"];
  const grant = { scopes, since, lastUsedOn: null as string | null };
  const nodes = [{ id: app.id, legalName: "Rum & Bord AB" }];
  expect(await mine()).toEqual({ nodes, edges: [{ grant }] });
  const stranger = await newOwner(identity, "stranger");
  await identity.mutate(stranger.caller, ["revokeAccess", "id"], { appId: app.id });
  expect(await scopesOf(given.access_token)).not.toBeNull();
  grant.lastUsedOn = new Date(identity.clock.now).toISOString().slice(0, 10);
  expect(await mine()).toEqual({ nodes, edges: [{ grant }] });
  await identity.mutate(owner.caller, ["revokeAccess", "id"], { appId: app.id });
  expect(await mine()).toEqual({ nodes: [], edges: [] });
  expect(await scopesOf(given.access_token)).toBeNull();
  const refresh = client.refreshTokenGrant(config, given.refresh_token ?? "");
  await expect(refresh).rejects.toMatchObject({ error: "invalid_grant" });
});

describe("the addresses of an app", () => {
  const custom = "com.example.rooms:/callback";
  const loopback = "http://127.0.0.1/callback";
  const make = (isConfidential: boolean, redirectUris: readonly string[]) =>
    registerApp(identity, owner.caller, {
      ...appForm(owner.organizationId, { isConfidential, redirectUris }),
    });

  test("are of a private-use scheme or loopback for a program that people install (RFC 8252)", async () => {
    const { id: appId, code } = await make(false, [custom, loopback, "https://rooms.example/cb"]);
    expect(code).toBeUndefined();
    const redirectUris = ["com.example.rooms://other"];
    expect((await update({ appId, redirectUris })).value).toMatchObject({ redirectUris });
  });

  test.each<[string, boolean, string]>([
    ["a private-use scheme of a server", true, custom],
    ["a scheme without a period", false, "rooms:/callback"],
    ["a script", false, "javascript:alert(1)"],
    ["a file", false, "file:///etc/passwd"],
    ["an intent", false, "intent://rooms.example#Intent"],
    ["a fragment", false, `${custom}#x`],
    ["http on another host", false, "http://rooms.example/callback"],
  ])("are not %s", async (_, isConfidential, uri) => {
    expect((await make(isConfidential, [uri])).code).toBe("INVALID_INPUT");
  });
});

describe("an app that is deleted", () => {
  test("is gone with its secrets, permissions and tokens, and is listed nowhere", async () => {
    const config = await discover();
    const { access_token: token, refresh_token: refresh = "" } = await tokens(config);
    expect((await remove()).value).toEqual({ id: app.id, name: "Rumsbokaren" });
    expect(await shown()).toBeNull();
    expect(await scopesOf(token)).toBeNull();
    const attempt = client.refreshTokenGrant(config, refresh);
    await expect(attempt).rejects.toMatchObject({ status: 401 });
    const { data } = await identity.ask(owner.caller, "{ appsWithAccess { nodes { id } } }");
    expect(data.appsWithAccess.nodes).not.toContainEqual({ id: app.id });
    const { rows } = await identity.sql.query(
      `SELECT (SELECT count(*)::int FROM oauth_record WHERE app_id = $1) + (SELECT count(*)::int FROM app_secret WHERE app_id = $1)
         + (SELECT count(*)::int FROM app_scope WHERE app_id = $1) AS left`,
      [app.id],
    );
    expect(rows).toEqual([{ left: 0 }]);
    expect((await remove()).code).toBe("NOT_FOUND");
  });
});

test("is one of a hundred of its organization, and the next is refused", async () => {
  const other = await newOwner(identity, "many");
  await identity.sql.query(
    `INSERT INTO app (id, organization_id, name, legal_name, purpose, is_confidential, redirect_uris, created_at)
     SELECT gen_random_uuid(), $1, 'A', 'A', 'provide.integrate', false, '{}', now() FROM generate_series(1, 99)`,
    [other.organizationId],
  );
  const form = appForm(other.organizationId);
  expect((await registerApp(identity, other.caller, form)).code).toBeUndefined();
  expect((await registerApp(identity, other.caller, form)).code).toBe("TOO_MANY_APPS");
});
