import * as client from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import {
  beginRequest,
  consent,
  createPages,
  publicOrigin,
  registerApp,
  sessionCookie,
  type App,
} from "./support/apps.ts";
import { createOrganization, offerMeeting, openSlots } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

// RFC 8252: a program on a person's own device, with a browser for the log-in and nothing of the browser's afterwards.
const custom = "com.example.rooms:/callback";
const scopes = ["profile:read", "bookings:read", "bookings:write"];

let owner: Person;
let organizationId: string;
let app: App;
beforeAll(async () => {
  owner = await register("Nils");
  ({ id: organizationId } = await createOrganization(owner));
  const redirectUris = [custom, "http://127.0.0.1/callback"];
  app = await registerApp(owner, { organizationId, scopes, isConfidential: false, redirectUris });
});

describe("a mobile app", () => {
  test("goes the whole journey by a private-use scheme: log-in in a browser, DPoP, refresh, bookings, no cookie", async () => {
    const DPoP = client.getDPoPHandle(app.config, await client.randomDPoPKeyPair("ES256"));
    const state = client.randomState();
    const { verifier, url } = await beginRequest(app, { scope: scopes.join(" "), state });
    const cookie = await sessionCookie(owner);
    const answer = await consent(url, { cookie, ticked: scopes });
    expect([answer.protocol, answer.pathname]).toEqual(["com.example.rooms:", "/callback"]);
    const checks = { pkceCodeVerifier: verifier, expectedState: state };
    const given = await client.authorizationCodeGrant(app.config, answer, checks, undefined, {
      DPoP,
    });
    expect(given.token_type).toBe("dpop");

    const ask = asker(DPoP);
    const { me } = await ask(given.access_token, "{ me { id } }");
    expect(me).toEqual({ id: owner.accountId });
    const { id: meetingTypeId } = await offerMeeting(owner, organizationId);
    const [startAt] = await openSlots(meetingTypeId);
    const attendee = { name: "Mobile Guest", email: "guest@example.com", timeZone: "UTC" };
    const idempotencyKey = client.randomState();
    const { bookMeeting } = await ask(
      given.access_token,
      "mutation ($input: BookMeetingInput!) { bookMeeting(input: $input) { booking { id } } }",
      { input: { meetingTypeId, startAt, attendee, idempotencyKey } },
    );
    const next = await client.refreshTokenGrant(app.config, given.refresh_token ?? "", undefined, {
      DPoP,
    });
    const query = "query ($id: ID!) { booking(id: $id) { state } }";
    const seen = await ask(next.access_token, query, { id: bookMeeting.booking.id });
    expect(seen.booking).toEqual({ state: "CONFIRMED" });
    // The key is what counts: the same token is worth nothing as a bearer's.
    const bare = await fetch(runningPlatform().graphql, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${next.access_token}`,
      },
      body: JSON.stringify({ query: "{ me { id } }" }),
    });
    expect(bare.status).toBe(401);
  });

  test("listens at any port of loopback, by bearer tokens as well", async () => {
    for (const port of [49_152, 61_234]) {
      const at = { ...app, redirectUri: `http://127.0.0.1:${port}/callback` };
      const { verifier, url } = await beginRequest(at, { scope: "profile:read" });
      const cookie = await sessionCookie(owner);
      const answer = await consent(url, { cookie, ticked: ["profile:read"] });
      expect(answer.port).toBe(String(port));
      const checks = { pkceCodeVerifier: verifier };
      const given = await client.authorizationCodeGrant(app.config, answer, checks);
      expect(given.token_type).toBe("bearer");
      const { me } = await asker()(given.access_token, "{ me { id } }");
      expect(me).toEqual({ id: owner.accountId });
    }
  });

  test.each([
    ["another path on loopback", "http://127.0.0.1:49152/other"],
    ["another name of loopback", "http://localhost:49152/callback"],
    ["another address", "http://192.168.0.1/callback"],
    ["another path of its scheme", "com.example.rooms:/other"],
    ["the scheme of another app", "com.example.other:/callback"],
  ])("is not answered at %s", async (_, redirectUri) => {
    const { url } = await beginRequest({ ...app, redirectUri }, { scope: "profile:read" });
    const response = await fetch(url, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  });

  test("gets no code without PKCE, and its page may lead to its own address alone", async () => {
    const { url } = await beginRequest(app, { scope: "profile:read" });
    const bare = new URL(url);
    bare.searchParams.delete("code_challenge");
    const refused = await fetch(bare, { redirect: "manual" });
    expect(refused.headers.get("location")).toContain("error=invalid_request");
    const { go, held } = createPages(await sessionCookie(owner));
    const page = await go(url.href);
    const shown = await fetch(page, { headers: { cookie: held() } });
    expect(shown.headers.get("content-security-policy")).toContain(
      "form-action 'self' com.example.rooms:",
    );
  });

  test("is not read by a page of no origin, which a private-use scheme has none of either", async () => {
    const response = await fetch(`${publicOrigin()}/oauth/token`, {
      method: "POST",
      headers: { origin: "null" },
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: "x",
        client_id: app.id,
      }),
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("of a server has an exact port", async () => {
    const redirectUris = ["http://127.0.0.1:9/callback"];
    const server = await registerApp(owner, { organizationId, scopes, redirectUris });
    const redirectUri = "http://127.0.0.1:10/callback";
    const { url } = await beginRequest({ ...server, redirectUri }, { scope: "profile:read" });
    expect((await fetch(url, { redirect: "manual" })).status).toBe(400);
  });
});

/** Asks as a mobile client does: by its library, without a cookie in either direction. */
function asker(DPoP?: client.DPoPHandle) {
  return async (token: string, query: string, variables: object = {}) => {
    const response = await client.fetchProtectedResource(
      app.config,
      token,
      new URL(runningPlatform().graphql),
      "POST",
      JSON.stringify({ query, variables }),
      new Headers({ "content-type": "application/json" }),
      DPoP && { DPoP },
    );
    expect(response.headers.get("set-cookie")).toBeNull();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
}
