import * as client from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import {
  basic,
  beginRequest,
  consent,
  letIn,
  publicOrigin,
  redirectUri,
  registerApp,
  sessionCookie,
  type App,
} from "./support/apps.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

let person: Person;
let app: App;
let other: App;
let page: App;
beforeAll(async () => {
  person = await register("Nanna");
  const { id: organizationId } = await createOrganization(person);
  const scopes = ["profile:read", "bookings:read"];
  app = await registerApp(person, { organizationId, scopes });
  other = await registerApp(person, { organizationId, scopes });
  page = await registerApp(person, { organizationId, scopes, isConfidential: false });
});

/** What the token endpoint says: the error, or that it gave something. */
async function tokenAnswer(
  body: Readonly<Record<string, string>> | string,
  { as = app as App | null, headers = {}, query = "", method = "POST" } = {},
): Promise<string> {
  const response = await fetch(`${publicOrigin()}/oauth/token${query}`, {
    method,
    headers: { ...(as && { authorization: basic(as.id, as.secret) }), ...headers },
    ...(method === "POST" && {
      body: typeof body === "string" ? body : new URLSearchParams(body),
    }),
  });
  expect(response.headers.get("cache-control") ?? "no-store").toContain("no-store");
  const answer = (await response.json().catch(() => ({}))) as { error?: string };
  return response.ok ? "given" : `${response.status} ${answer.error ?? ""}`;
}

/** A fresh code, and what must come with it. */
async function freshCode() {
  const { verifier, url } = await beginRequest(app, { scope: "profile:read bookings:read" });
  const cookie = await sessionCookie(person);
  const answer = await consent(url, { cookie, ticked: ["profile:read"] });
  return {
    grant_type: "authorization_code",
    code: answer.searchParams.get("code") ?? "",
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
}

describe("the token endpoint", () => {
  test("gives for a right code, once", async () => {
    const right = await freshCode();
    expect(await tokenAnswer(right)).toBe("given");
    expect(await tokenAnswer(right)).toBe("400 invalid_grant");
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["another verifier", { code_verifier: "x".repeat(43) }],
    ["a verifier of one letter", { code_verifier: "a" }],
    ["another address", { redirect_uri: `${redirectUri}/` }],
    ["another code", { code: "x" }],
  ])("gives nothing for a code with %s", async (_, change) => {
    expect(await tokenAnswer({ ...(await freshCode()), ...change })).toMatch(
      /^400 invalid_(grant|request)$/,
    );
  });

  test("gives nothing for a code without its verifier or its address", async () => {
    const { code_verifier: _, ...unproved } = await freshCode();
    expect(await tokenAnswer(unproved)).toBe("400 invalid_grant");
    const { redirect_uri: __, ...nowhere } = await freshCode();
    expect(await tokenAnswer(nowhere)).toMatch(/^(given|400 invalid_(grant|request))$/);
  });

  test("gives a code's tokens to no other app, and to its own afterwards", async () => {
    const right = await freshCode();
    expect(await tokenAnswer(right, { as: other })).toBe("400 invalid_grant");
    const publicly = { ...right, client_id: page.id };
    expect(await tokenAnswer(publicly, { as: null })).toBe("400 invalid_grant");
    expect(await tokenAnswer(right)).toBe("given");
  });

  test.each([
    ["a password", { grant_type: "password", username: "a", password: "b" }],
    ["nothing", {}],
    ["implicit", { grant_type: "implicit" }],
    ["an assertion", { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: "x" }],
    ["an exchange", { grant_type: "urn:ietf:params:oauth:grant-type:token-exchange" }],
  ] as [string, Record<string, string>][])("takes no %s", async (_, body) => {
    expect(await tokenAnswer(body)).toMatch(
      /^400 (unsupported_grant_type|unauthorized_client|invalid_request)$/,
    );
  });

  const own = { grant_type: "client_credentials", scope: "profile:read" };

  test("takes a secret from the header alone, and no other", async () => {
    expect(await tokenAnswer(own)).toBe("given");
    const inBody = { ...own, client_id: app.id, client_secret: app.secret };
    expect(await tokenAnswer(inBody, { as: null })).toMatch(/^40[01] invalid_(client|request)$/);
    const query = `?${new URLSearchParams({ client_id: app.id, client_secret: app.secret }).toString()}`;
    expect(await tokenAnswer(own, { as: null, query })).toMatch(
      /^40[01] invalid_(client|request)$/,
    );
    for (const secret of ["", "x", other.secret, `${app.secret}x`, "is compared by its hash"]) {
      const as = { ...app, secret };
      expect([secret, await tokenAnswer(own, { as })]).toEqual([
        secret,
        secret === "" ? "400 invalid_request" : "401 invalid_client",
      ]);
    }
    expect(await tokenAnswer({ ...own, client_id: app.id }, { as: null })).toMatch(/invalid_/);
    expect(await tokenAnswer({ ...own, client_id: page.id }, { as: null })).toMatch(
      /^40[01] (invalid|unauthorized)_/,
    );
  });

  test("reads a form that is sent, and nothing else", async () => {
    const json = { "content-type": "application/json" };
    expect(await tokenAnswer(JSON.stringify(own), { headers: json })).toMatch(/^400 /);
    expect(
      await tokenAnswer(`grant_type=client_credentials&${new URLSearchParams(own)}`, {
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
    ).toBe("400 invalid_request");
    const query = `?${new URLSearchParams(own).toString()}`;
    expect(await tokenAnswer(own, { method: "GET", query })).toMatch(/^40[45] /);
    expect(await tokenAnswer({}, { query })).toMatch(/^400 /);
  });

  test("gives for a refresh token no more than there was, to nobody else and for nowhere else", async () => {
    const { refreshToken: token } = await letIn(app, { person, scope: "profile:read" });
    const refresh = { grant_type: "refresh_token", refresh_token: token };
    expect(await tokenAnswer(refresh, { as: other })).toBe("400 invalid_grant");
    expect(await tokenAnswer({ ...refresh, client_id: page.id }, { as: null })).toBe(
      "400 invalid_grant",
    );
    const more = { ...refresh, scope: "profile:read bookings:read" };
    expect(await tokenAnswer(more)).toBe("400 invalid_scope");
    const elsewhere = { ...refresh, resource: "https://elsewhere.example" };
    expect(await tokenAnswer(elsewhere)).toBe("400 invalid_target");
  });

  test("gives an app itself no scope that it did not declare", async () => {
    const given = await client.clientCredentialsGrant(app.config, {
      scope: "profile:read bookings:write attendees.email:read",
    });
    expect(given.scope).toBe("profile:read");
  });
});
