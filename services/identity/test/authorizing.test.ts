import * as client from "openid-client";
import { freePort } from "@tidbok/testing";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import { createBrowser } from "./support/browser.ts";
import { gateway, password, startIdentity, told, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let origin: string;
let owner: Awaited<ReturnType<typeof newOwner>>;
let app: Awaited<ReturnType<typeof registerApp>>;
let config: client.Configuration;

beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  owner = await newOwner(identity, "owner");
  app = await registerApp(identity, owner.caller, appForm(owner.organizationId));
  config = await discover(app.id, app.secret);
});
afterAll(() => identity.stop());

const insecure = { execute: [client.allowInsecureRequests] };
const discover = (id: string, secret: string) =>
  client.discovery(new URL(origin), id, undefined, client.ClientSecretBasic(secret), {
    ...insecure,
    algorithm: "oauth2",
  });

/** Sends a person through the pages, with these scopes ticked; the address that the app is answered at. */
async function authorize(scope: string, ticked: readonly string[], change: object = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...change,
  });
  const browser = createBrowser(origin);
  browser.cookies.set("__Host-tidbok-session", owner.cookie);
  const consent = await browser.open(url);
  const answered = await browser.submit(consent.url, [
    ...ticked.map((each) => ["scope", each] as const),
    ["decision", "allow"],
  ]);
  return { verifier, state, consent, answered };
}

/** Lets seconds pass since refresh tokens were used. */
async function letTime(seconds: number) {
  await identity.sql.query(
    `UPDATE oauth_record SET consumed_at = consumed_at - $1 * interval '1 second' WHERE model = 'RefreshToken'`,
    [seconds],
  );
}

async function tokens(scope: string, ticked: readonly string[]) {
  const { verifier, state, answered } = await authorize(scope, ticked);
  return client.authorizationCodeGrant(config, new URL(answered.url), {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
}

const callerOf = async (accessToken: string) => {
  const { client_id: clientId, sub: accountId, gid: grantId } = decodeJwt(accessToken);
  const { data } = await identity.ask(
    gateway,
    `query ($clientId: ID!, $accountId: ID, $grantId: ID) {
      clientCaller(clientId: $clientId, accountId: $accountId, grantId: $grantId) { accountId scopes purpose } }`,
    { clientId, accountId, grantId },
  );
  return data.clientCaller as { accountId: string; scopes: string[]; purpose: string } | null;
};

describe("an app that asks a person", () => {
  test("gets a token that says who, for which purpose and what was not declined", async () => {
    const { access_token: token } = await tokens("bookings:read bookings:write", ["bookings:read"]);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "ES256", typ: "at+jwt", kid: "test" });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      iss: origin,
      aud: origin,
      sub: owner.id,
      client_id: app.id,
      scope: "bookings:read",
      purpose: "provide.integrate",
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(600);
    expect(await callerOf(token)).toMatchObject({ accountId: owner.id });
  });

  test("shows each scope in words, with a box to untick, and who answers for the app", async () => {
    const { consent } = await authorize("bookings:read attendees.email:read", ["bookings:read"]);
    expect(consent.html).toContain('<html lang="sv">');
    expect(consent.html).toContain("Rum &#38; Bord AB");
    expect(consent.html).toContain("Se dina bokningar");
    expect(consent.html).not.toContain("<script");
    expect(consent.html).toContain("Kräver först att din organisations ägare");
    expect(consent.html).not.toContain('value="attendees.email:read"');
    expect(consent.headers.get("content-security-policy")).toContain(
      "form-action 'self' http://127.0.0.1:9",
    );
  });

  test("does not get protected data by a box that the page did not offer, until the owner approves", async () => {
    const scope = "bookings:read attendees.email:read";
    const before = await tokens(scope, scope.split(" "));
    expect(decodeJwt(before.access_token)["scope"]).toBe("bookings:read");
    const approval = {
      appId: app.id,
      organizationId: owner.organizationId,
      scopes: ["attendees.email:read"],
    };
    await identity.mutate(owner.caller, ["approveApp", "id"], approval);
    const after = await tokens(scope, scope.split(" "));
    expect(decodeJwt(after.access_token)["scope"]).toBe(scope);
    await identity.mutate(owner.caller, ["approveApp", "id"], { ...approval, scopes: [] });
    expect((await callerOf(after.access_token))?.scopes).not.toContain("attendees.email:read");
  });

  test("is told by the person who logs in on the page, and by the one who says no", async () => {
    const verifier = client.randomPKCECodeVerifier();
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: "bookings:read",
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    const browser = createBrowser(origin);
    const form = await browser.open(url);
    const wrong = await browser.submit(`${form.url}/log-in`, [
      ["email", owner.email],
      ["password", "wrong"],
    ]);
    expect(wrong).toMatchObject({
      status: 401,
      html: expect.stringContaining('role="alert"') as string,
    });
    const consent = await browser.submit(`${form.url}/log-in`, [
      ["email", owner.email],
      ["password", password],
    ]);
    const answered = await browser.submit(consent.url, [["decision", "deny"]]);
    const { searchParams } = new URL(answered.url);
    expect(searchParams.get("error")).toBe("access_denied");
    expect(searchParams.get("iss")).toBe(origin);
  });
});

test("takes no answer that a page of elsewhere sends", async () => {
  const { consent } = await authorize("bookings:read", []);
  for (const [name, value] of [
    ["origin", "https://elsewhere.example"],
    ["sec-fetch-site", "cross-site"],
  ] as const) {
    const response = await fetch(consent.url, {
      method: "POST",
      headers: { [name]: value },
      body: new URLSearchParams([["decision", "allow"]]),
    });
    expect(response.status).toBe(403);
  }
});

describe("what comes of a code", () => {
  test("ends when the code comes again", async () => {
    const { verifier, state, answered } = await authorize("bookings:read", ["bookings:read"]);
    const exchange = () =>
      client.authorizationCodeGrant(config, new URL(answered.url), {
        pkceCodeVerifier: verifier,
        expectedState: state,
      });
    const first = await exchange();
    expect(await callerOf(first.access_token)).not.toBeNull();
    await expect(exchange()).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await callerOf(first.access_token)).toBeNull();
    expect(await told(identity, "identity.access.changed")).toContainEqual({
      appId: app.id,
      accountId: owner.id,
    });
  });

  test("rotates, and ends as a family when an old refresh token comes again", async () => {
    const first = await tokens("bookings:read", ["bookings:read"]);
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? "");
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await callerOf(second.access_token)).not.toBeNull();
    await letTime(10);
    const again = client.refreshTokenGrant(config, first.refresh_token ?? "");
    await expect(again).rejects.toMatchObject({ error: "invalid_grant" });
    const newest = client.refreshTokenGrant(config, second.refresh_token ?? "");
    await expect(newest).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await callerOf(second.access_token)).toBeNull();
  });

  test("gives a refresh token that comes again within ten seconds another pair, once", async () => {
    const { refresh_token: token = "" } = await tokens("bookings:read", ["bookings:read"]);
    const refresh = () => client.refreshTokenGrant(config, token);
    const pairs = await Promise.all([refresh(), refresh()]);
    for (const { refresh_token: next = "", access_token: accessToken } of pairs) {
      expect(await callerOf(accessToken)).not.toBeNull();
      await client.refreshTokenGrant(config, next);
    }
    await expect(refresh()).rejects.toMatchObject({ error: "invalid_grant" });
    for (const { access_token: accessToken } of pairs) {
      expect(await callerOf(accessToken)).toBeNull();
    }
  });

  test.each([3, 10])("ends when %i refresh with one token at once", async (count) => {
    const { refresh_token: token = "" } = await tokens("bookings:read", ["bookings:read"]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: count }, () => client.refreshTokenGrant(config, token)),
    );
    const won = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(won.length).toBeLessThanOrEqual(2);
    for (const { access_token: accessToken, refresh_token: next = "" } of won) {
      expect(await callerOf(accessToken)).toBeNull();
      await expect(client.refreshTokenGrant(config, next)).rejects.toMatchObject({
        error: "invalid_grant",
      });
    }
  });

  test("ends when the app gives its refresh token back", async () => {
    const { refresh_token: token = "", access_token: accessToken } = await tokens("bookings:read", [
      "bookings:read",
    ]);
    expect((await client.tokenIntrospection(config, token)).active).toBe(true);
    await client.tokenRevocation(config, token);
    expect((await client.tokenIntrospection(config, token)).active).toBe(false);
    expect(await callerOf(accessToken)).toBeNull();
  });
});

describe("an app for itself", () => {
  test("gets a token that names no person", async () => {
    const own = await client.clientCredentialsGrant(config, { scope: "bookings:read" });
    expect(decodeJwt(own.access_token)).toMatchObject({ sub: app.id, scope: "bookings:read" });
    expect(own.refresh_token).toBeUndefined();
  });

  test("has two secrets while it changes them, and no third", async () => {
    const rotate = async () => {
      const { value } = await identity.mutate(owner.caller, ["rotateAppSecret", "secret"], {
        appId: app.id,
      });
      return value.secret as string;
    };
    const works = async (secret: string) =>
      client
        .clientCredentialsGrant(await discover(app.id, secret), { scope: "bookings:read" })
        .then(() => true)
        .catch(() => false);
    const second = await rotate();
    expect([await works(app.secret), await works(second)]).toEqual([true, true]);
    const third = await rotate();
    expect([await works(app.secret), await works(second), await works(third)]).toEqual([
      false,
      true,
      true,
    ]);
    config = await discover(app.id, third);
  });
});

test("keeps no token, code or cookie of a page in clear", async () => {
  const { refresh_token: token = "" } = await tokens("bookings:read", ["bookings:read"]);
  const { rows } = await identity.sql.query<{ all: string }>(
    "SELECT string_agg(o::text || encode(o.payload, 'escape'), '') AS all FROM oauth_record o",
  );
  expect(rows[0]?.all).not.toContain(token);
  expect(rows[0]?.all).toContain(owner.id);
});
