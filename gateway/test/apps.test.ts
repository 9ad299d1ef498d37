import { decodeJwt, decodeProtectedHeader } from "jose";
import * as oauth from "oauth4webapi";
import * as client from "openid-client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  beginRequest,
  letIn,
  publicOrigin,
  redirectUri,
  registerApp,
  type App,
} from "./support/apps.ts";
import { ask, demand, refused } from "./support/ask.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

// The libraries that apps use, over the public address, and people in a browser without script.
const whoAmI = "{ me { id } }";
const scopes = ["profile:read", "bookings:read"];

let owner: Person;
let app: App;
let page: App;
let browser: Browser | undefined;
beforeAll(async () => {
  owner = await register("Olga");
  const { id: organizationId } = await createOrganization(owner);
  app = await registerApp(owner, { organizationId, scopes });
  page = await registerApp(owner, { organizationId, scopes, isConfidential: false });
  if (chromiumProgram) browser = await launchChromium();
});
afterAll(() => browser?.close());

async function newPage(locale = "en"): Promise<Page> {
  const context = await browser?.newContext({ javaScriptEnabled: false, locale });
  if (!context) throw new Error("There is no browser.");
  return context.newPage();
}

async function logInOn(shown: Page, words: { email: string; password: string; enter: string }) {
  await shown.getByLabel(words.email).fill(owner.email);
  await shown.getByLabel(words.password).fill(owner.password);
  await shown.getByRole("button", { name: words.enter }).click();
}
const english = { email: "E-mail", password: "Password", enter: "Log in" };
const swedish = { email: "E-post", password: "Lösenord", enter: "Logga in" };

/** Opens what an app asks for, lets it do all but one thing, and gives the address where the app is answered. */
async function allowAllBut(url: URL, declined: string): Promise<URL> {
  const shown = await newPage();
  await shown.goto(url.href);
  await logInOn(shown, english);
  await shown.getByRole("heading", { name: "Room Booker asks for access" }).waitFor();
  await shown.getByLabel(declined).uncheck();
  // Nothing listens at the app's address: where the browser was sent is all there is to see.
  const sent = shown.waitForRequest((request) => request.url().startsWith(redirectUri));
  await shown.getByRole("button", { name: "Allow what is ticked" }).click();
  return new URL((await sent).url());
}

describe.skipIf(chromiumProgram === null)("in a browser", () => {
  test("openid-client: a person logs in, declines one scope, and the app does the rest", async () => {
    const state = client.randomState();
    const { verifier, url } = await beginRequest(app, { scope: scopes.join(" "), state });
    const answer = await allowAllBut(url, "See your bookings");
    expect(answer.searchParams.get("iss")).toBe(publicOrigin());
    const given = await client.authorizationCodeGrant(app.config, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    expect(decodeJwt(given.access_token)["scope"]).toBe("profile:read");
    expect(await demand({ query: whoAmI, token: given.access_token })).toEqual({
      me: { id: owner.accountId },
    });
    const next = await client.refreshTokenGrant(app.config, given.refresh_token ?? "");
    expect(next.refresh_token).not.toBe(given.refresh_token);
    expect(decodeJwt(next.access_token)["scope"]).toBe("profile:read");
  });

  test("oauth4webapi: pushed request, code, DPoP with nonces, refresh by the same key alone", async () => {
    const insecure = { [oauth.allowInsecureRequests]: true } as const;
    const issuer = new URL(publicOrigin());
    const found = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
    const server = await oauth.processDiscoveryResponse(issuer, found);
    const me: oauth.Client = { client_id: page.id };
    const DPoP = oauth.DPoP(me, await oauth.generateKeyPair("ES256"));
    const options = { DPoP, ...insecure };
    const verifier = oauth.generateRandomCodeVerifier();
    const request = {
      redirect_uri: redirectUri,
      response_type: "code",
      scope: scopes.join(" "),
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    const pushed = await twice(async () =>
      oauth.processPushedAuthorizationResponse(
        server,
        me,
        await oauth.pushedAuthorizationRequest(server, me, oauth.None(), request, options),
      ),
    );
    const url = new URL(server.authorization_endpoint ?? "");
    url.searchParams.set("client_id", page.id);
    url.searchParams.set("request_uri", pushed.request_uri);
    const answer = await allowAllBut(url, "See your bookings");
    const parameters = oauth.validateAuthResponse(server, me, answer, oauth.skipStateCheck);
    const given = await twice(async () =>
      oauth.processAuthorizationCodeResponse(
        server,
        me,
        await oauth.authorizationCodeGrantRequest(
          server,
          me,
          oauth.None(),
          parameters,
          redirectUri,
          verifier,
          options,
        ),
      ),
    );
    expect(given.token_type).toBe("dpop");
    const graphql = new URL(runningPlatform().graphql);
    const headers = new Headers({ "content-type": "application/json" });
    const body = JSON.stringify({ query: whoAmI });
    const asked = await twice(() =>
      oauth.protectedResourceRequest(given.access_token, "POST", graphql, headers, body, options),
    );
    expect(await asked.json()).toMatchObject({ data: { me: { id: owner.accountId } } });
    const refresh = async (held: oauth.DPoPRequestOptions["DPoP"] | undefined) =>
      oauth.processRefreshTokenResponse(
        server,
        me,
        await oauth.refreshTokenGrantRequest(server, me, oauth.None(), given.refresh_token ?? "", {
          ...insecure,
          ...(held && { DPoP: held }),
        }),
      );
    const foreign = oauth.DPoP(me, await oauth.generateKeyPair("ES256"));
    await expect(twice(() => refresh(foreign))).rejects.toMatchObject({ error: "invalid_grant" });
    await expect(refresh(undefined)).rejects.toMatchObject({ error: "invalid_grant" });
    const next = await twice(() => refresh(DPoP));
    expect(decodeJwt(next.access_token)["cnf"]).toEqual(decodeJwt(given.access_token)["cnf"]);
  });

  test("a device is connected in Swedish, by the address that it shows and without script", async () => {
    const asked = await client.initiateDeviceAuthorization(page.config, { scope: "profile:read" });
    const shown = await newPage("sv-SE");
    await shown.goto(asked.verification_uri_complete ?? "");
    await shown.getByLabel("Koden på din enhet").waitFor();
    await shown.getByRole("button", { name: "Fortsätt" }).click();
    await shown.getByText(asked.user_code).waitFor();
    await shown.getByRole("button", { name: "Ja" }).click();
    await logInOn(shown, swedish);
    await shown.getByLabel("See who you are").waitFor();
    await shown.getByRole("button", { name: "Allow what is ticked" }).click();
    await shown.getByRole("heading", { name: "Klart" }).waitFor();
    const given = await client.pollDeviceAuthorizationGrant(page.config, { ...asked, interval: 0 });
    expect(decodeJwt(given.access_token)).toMatchObject({ sub: owner.accountId });
  });
});

/** Tries once more with the nonce that the first answer brought, as RFC 9449 wants clients to. */
async function twice<T>(attempt: () => Promise<T>): Promise<T> {
  return attempt().catch((error: unknown) => {
    if (oauth.isDPoPNonceError(error)) return attempt();
    throw error;
  });
}

test("what a client must know is found at both addresses, and every endpoint that is named is there", async () => {
  const read = async (path: string) =>
    (await (await fetch(`${publicOrigin()}${path}`)).json()) as Record<string, unknown>;
  const found = await read("/.well-known/oauth-authorization-server");
  expect(await read("/.well-known/openid-configuration")).toEqual(found);
  expect(found).toMatchObject({
    issuer: publicOrigin(),
    code_challenge_methods_supported: ["S256"],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    authorization_response_iss_parameter_supported: true,
    dpop_signing_alg_values_supported: ["ES256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "none"],
    pushed_authorization_request_endpoint: `${publicOrigin()}/oauth/par`,
    device_authorization_endpoint: `${publicOrigin()}/oauth/device-authorization`,
  });
  expect(found["grant_types_supported"]).not.toContain("implicit");
  expect(found["grant_types_supported"]).not.toContain("password");
  expect(found).not.toHaveProperty("registration_endpoint");
  expect(found).not.toHaveProperty("userinfo_endpoint");
  for (const [name, address] of Object.entries(found)) {
    if (!name.endsWith("_endpoint") && name !== "jwks_uri") continue;
    expect([name, String(address).startsWith(`${publicOrigin()}/oauth/`)]).toEqual([name, true]);
    const method = /authorization_endpoint|jwks/.test(name) && !/pushed|device/.test(name);
    const answer = await fetch(String(address), { method: method ? "GET" : "POST" });
    expect([name, answer.status]).not.toEqual([name, 404]);
  }
  const { keys } = (await read("/oauth/jwks")) as unknown as { keys: Record<string, unknown>[] };
  for (const key of keys) {
    expect(key).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", use: "sig" });
    expect(key).not.toHaveProperty("d");
  }
  const { token } = await letIn(app, { person: owner, scope: "profile:read" });
  expect(keys.map(({ kid }) => kid)).toContain(decodeProtectedHeader(token).kid);
});

test("an app reads as its person, and does nothing that it was not let do", async () => {
  const { token } = await letIn(app, { person: owner, scope: "profile:read" });
  expect(await demand({ query: "{ me { id email } }", token })).toEqual({
    me: { id: owner.accountId, email: null },
  });
  const cancel = `mutation { cancelBooking(input: { bookingId: "${owner.accountId}" }) { id } }`;
  expect(await refused({ query: cancel, token })).toBe("FORBIDDEN");
  expect(await refused({ query: "mutation { logOut { isLoggedOut } }", token })).toBe("FORBIDDEN");
});

test("an app asks whether its refresh token counts, gives it back, and is told nothing of another's", async () => {
  const { refreshToken } = await letIn(app, { person: owner, scope: "profile:read" });
  const isActive = async (of: App) =>
    (await client.tokenIntrospection(of.config, refreshToken)).active;
  expect(await isActive(app)).toBe(true);
  expect(await isActive(page)).toBe(false);
  await client.tokenRevocation(page.config, refreshToken).catch(() => undefined);
  expect(await isActive(app)).toBe(true);
  await client.tokenRevocation(app.config, refreshToken);
  expect(await isActive(app)).toBe(false);
  const again = client.refreshTokenGrant(app.config, refreshToken);
  await expect(again).rejects.toMatchObject({ error: "invalid_grant" });
});

test("an app's own token names no person", async () => {
  const { access_token: token } = await client.clientCredentialsGrant(app.config, {
    scope: "profile:read",
  });
  expect(await demand({ query: whoAmI, token })).toEqual({ me: null });
});

test("of two refreshes with one token at once both are answered, and both pairs work", async () => {
  const { refreshToken } = await letIn(app, { person: owner, scope: "profile:read" });
  const refresh = (token: string) => client.refreshTokenGrant(app.config, token);
  const pairs = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
  const [one, two] = pairs.map(({ refresh_token: held = "" }) => held);
  expect(one).not.toBe(two);
  for (const held of [one, two]) await refresh(held ?? "");
});

test("a refresh token that a public app lost the answer of works again with its key, and never with another", async () => {
  const DPoP = client.getDPoPHandle(page.config, await client.randomDPoPKeyPair("ES256"));
  const { refreshToken } = await letIn(page, { person: owner, scope: "profile:read", DPoP });
  const refresh = (held: client.DPoPHandle) =>
    client.refreshTokenGrant(page.config, refreshToken, undefined, { DPoP: held });
  const foreign = client.getDPoPHandle(page.config, await client.randomDPoPKeyPair("ES256"));
  await refresh(DPoP);
  await expect(refresh(foreign)).rejects.toMatchObject({ error: "invalid_grant" });
  const { access_token: token } = await refresh(DPoP);
  await expect(refresh(DPoP)).rejects.toMatchObject({ error: "invalid_grant" });
  const asked = client.fetchProtectedResource(
    page.config,
    token,
    new URL(runningPlatform().graphql),
    "POST",
    JSON.stringify({ query: whoAmI }),
    new Headers({ "content-type": "application/json" }),
    { DPoP },
  );
  await expect(asked).rejects.toBeTruthy();
});

test("of ten refreshes with one token at once, none is left in the end", async () => {
  const { token, refreshToken } = await letIn(app, { person: owner, scope: "profile:read" });
  const attempts = Array.from({ length: 10 }, () =>
    client.refreshTokenGrant(app.config, refreshToken),
  );
  const outcomes = await Promise.allSettled(attempts);
  const won = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(won.length).toBeLessThanOrEqual(2);
  const next = won.map(({ refresh_token: held = "" }) =>
    client.refreshTokenGrant(app.config, held),
  );
  for (const outcome of await Promise.allSettled(next)) expect(outcome.status).toBe("rejected");
  const { errors } = await ask({ query: whoAmI, token });
  expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
});
