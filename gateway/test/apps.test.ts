import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eventually } from "@tidbok/testing";
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import * as client from "openid-client";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ask, demand, post, refused } from "./platform/ask.ts";
import { createOrganization } from "./platform/offers.ts";
import { register, type Person } from "./platform/people.ts";
import { runningPlatform } from "./platform/running-platform.ts";

let owner: Person;
let app: { readonly id: string; readonly secret: string };
let config: client.Configuration;
let answered: Server;
let redirectUri: string;
const origin = () => new URL(runningPlatform().graphql).origin;

beforeAll(async () => {
  answered = createServer((_, response) => response.end("answered"));
  await new Promise<void>((listening) => answered.listen(0, "127.0.0.1", listening));
  redirectUri = `http://127.0.0.1:${(answered.address() as AddressInfo).port}/callback`;
  owner = await register("Olga");
  const organization = await createOrganization(owner);
  const { registerApp: made } = await demand({
    query: `mutation ($input: RegisterAppInput!) { registerApp(input: $input) { app { id } secret } }`,
    variables: {
      input: {
        organizationId: organization.id,
        name: "Room Booker",
        legalName: "Rooms Ltd",
        purpose: "PROVIDE_INTEGRATE",
        isConfidential: true,
        redirectUris: [redirectUri],
        scopes: [
          { scope: "profile:read", why: "To greet you" },
          { scope: "bookings:read", why: "To show your meetings" },
        ],
      },
    },
    token: owner.token,
  });
  app = { id: made.app.id, secret: made.secret };
  config = await client.discovery(
    new URL(origin()),
    app.id,
    undefined,
    client.ClientSecretBasic(app.secret),
    { execute: [client.allowInsecureRequests], algorithm: "oauth2" },
  );
});
afterAll(() => new Promise((closed) => answered.close(closed)));

/** The cookie of a new session of the owner. */
async function sessionCookie(): Promise<string> {
  const { email, password } = owner;
  const response = await fetch(runningPlatform().graphql, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
      variables: { input: { email, password, delivery: "COOKIE" } },
    }),
  });
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function request(scope: string) {
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { verifier, url };
}

/** Goes through the pages with a cookie and without script, and gives all that is asked. */
async function tokens(scope: string, options: { DPoP?: client.DPoPHandle } = {}) {
  const { verifier, url } = await request(scope);
  const jar = new Map([(await sessionCookie()).split("=") as [string, string]]);
  const go = async (to: string, body?: URLSearchParams): Promise<string> => {
    const response = await fetch(to, {
      ...(body && { method: "POST", body }),
      redirect: "manual",
      headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (!location) return to;
    const next = new URL(location, to).href;
    return next.startsWith(redirectUri) ? next : go(next);
  };
  const page = await go(url.href);
  const given = scope.split(" ").map((each): [string, string] => ["scope", each]);
  const answer = await go(page, new URLSearchParams([...given, ["decision", "allow"]]));
  return client.authorizationCodeGrant(
    config,
    new URL(answer),
    { pkceCodeVerifier: verifier },
    undefined,
    options,
  );
}

test("an app reads as its person, does nothing that it was not let do, and nothing once it is ended", async () => {
  const given = await tokens("profile:read");
  const token = given.access_token;
  expect(await demand({ query: "{ me { id email } }", token })).toEqual({
    me: { id: owner.accountId, email: null },
  });
  const cancel = `mutation { cancelBooking(input: { bookingId: "${owner.accountId}" }) { id } }`;
  expect(await refused({ query: cancel, token })).toBe("FORBIDDEN");
  expect(await refused({ query: "mutation { logOut { isLoggedOut } }", token })).toBe("FORBIDDEN");
  await client.tokenRevocation(config, given.refresh_token ?? "");
  const ended = Date.now();
  await eventually(
    async () =>
      (await ask({ query: "{ me { id } }", token })).errors?.[0]?.extensions.code ===
      "UNAUTHENTICATED",
    { withinMs: 60_000 },
  );
  // An event, not the end of the memory of half a minute.
  expect(Date.now() - ended).toBeLessThan(20_000);
});

test("an app's own token names no person", async () => {
  const { access_token: token } = await client.clientCredentialsGrant(config, {
    scope: "profile:read",
  });
  expect(await demand({ query: "{ me { id } }", token })).toEqual({ me: null });
});

test("a token that is bound to a key is worth nothing without a proof of it, or with an old one", async () => {
  const keys = await client.randomDPoPKeyPair("ES256");
  const DPoP = client.getDPoPHandle(config, keys);
  const { access_token: token, token_type: type } = await tokens("profile:read", { DPoP });
  expect(type).toBe("dpop");
  const url = new URL(runningPlatform().graphql);
  const body = JSON.stringify({ query: "{ me { id } }" });
  const proofs: string[] = [];
  const withProof = await client.fetchProtectedResource(
    config,
    token,
    url,
    "POST",
    body,
    new Headers({ "content-type": "application/json" }),
    { DPoP },
  );
  expect(await withProof.json()).toEqual({ data: { me: { id: owner.accountId } } });
  const bare = await post({ query: "{ me { id } }", token });
  expect([bare.status, bare.headers.get("www-authenticate")]).toEqual([
    401,
    'Bearer error="invalid_token"',
  ]);
  const foreign = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(foreign.publicKey);
  proofs.push(
    await new SignJWT({ htm: "POST", htu: url.href, ath: "x" })
      .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk })
      .setJti("a")
      .setIssuedAt()
      .sign(foreign.privateKey),
  );
  for (const dpop of [...proofs, ""]) {
    const headers = { authorization: `DPoP ${token}`, dpop };
    expect(await refused({ query: "{ me { id } }", headers })).toBe("UNAUTHENTICATED");
  }
});

test("a token that identity did not sign, or not for this, opens nothing", async () => {
  const { access_token: good } = await tokens("profile:read");
  const claims = decodeJwt(good);
  const [, payload = "", signature = ""] = good.split(".");
  const { keys } = (await (await fetch(`${origin()}/oauth/jwks`)).json()) as { keys: object[] };
  const own = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  const sign = (header: object) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...header })
      .sign(own.privateKey);
  const secret = new TextEncoder().encode(JSON.stringify(keys[0]));
  const header = (text: object) => Buffer.from(JSON.stringify(text)).toString("base64url");
  const bad = [
    new UnsecuredJWT(claims).encode(),
    `${header({ alg: "none", typ: "at+jwt" })}.${payload}.`,
    await new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "at+jwt" }).sign(secret),
    await sign({}),
    await sign({ jwk }),
    await sign({ kid: "../../../dev/null" }),
    await sign({ jku: `${origin()}/oauth/jwks` }),
    await sign({ x5u: "https://elsewhere.example/cert" }),
    `${header({ alg: "ES256", typ: "JWT" })}.${payload}.${signature}`,
  ];
  for (const token of bad) {
    expect([
      token.slice(0, 60),
      await refused({ query: "{ me { id } }", headers: { authorization: `Bearer ${token}` } }),
    ]).toEqual([token.slice(0, 60), "UNAUTHENTICATED"]);
  }
});

test("no code is given without PKCE, to an address that differs, or for another app's answer", async () => {
  const at = async (change: Record<string, string | null>) => {
    const { url } = await request("profile:read");
    for (const [name, value] of Object.entries(change)) {
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    return fetch(url, { redirect: "manual" });
  };
  const withoutPkce = await at({ code_challenge: null, code_challenge_method: null });
  expect(withoutPkce.headers.get("location")).toContain("error=invalid_request");
  const plain = await at({ code_challenge_method: "plain" });
  expect(plain.headers.get("location")).toContain("error=invalid_request");
  for (const variant of [
    `${redirectUri}/`,
    `${redirectUri}?a=b`,
    `${redirectUri}x`,
    redirectUri.replace("callback", "Callback"),
    redirectUri.replace(/:\d+/, ":1"),
    redirectUri.replace("127.0.0.1", "localhost"),
    "https://elsewhere.example/callback",
  ]) {
    const response = await at({ redirect_uri: variant });
    expect([variant, response.status, response.headers.get("location")]).toEqual([
      variant,
      400,
      null,
    ]);
  }
});

test("the authorization server's address leads to nothing else of identity", async () => {
  for (const path of ["/oauth/../graphql", "/oauth/%2e%2e/graphql", "/oauth/..%2fgraphql"]) {
    const response = await fetch(`${origin()}${path}`, { method: "POST", body: "{}" });
    expect([path, response.status < 400 ? "open" : "closed"]).toEqual([path, "closed"]);
  }
});

const program = inject("platform").chromium;
test.skipIf(program === null)(
  "a person in a browser without script logs in, declines one scope and is sent back",
  async () => {
    const browser = await chromium.launch({
      executablePath: pathOf(program ?? ""),
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" });
      const page = await context.newPage();
      const { verifier, url } = await request("profile:read bookings:read");
      await page.goto(url.href);
      await page.getByLabel("E-mail").fill(owner.email);
      await page.getByLabel("Password").fill(owner.password);
      await page.getByRole("button", { name: "Log in" }).click();
      await page.getByRole("heading", { name: "Room Booker asks for access" }).waitFor();
      await page.getByLabel("See your bookings").uncheck();
      await page.getByRole("button", { name: "Allow what is ticked" }).click();
      await page.waitForURL(`${redirectUri}**`);
      const given = await client.authorizationCodeGrant(config, new URL(page.url()), {
        pkceCodeVerifier: verifier,
      });
      expect(decodeJwt(given.access_token)["scope"]).toBe("profile:read");
    } finally {
      await browser.close();
    }
  },
);

function pathOf(name: string): string {
  return name.includes("/") ? name : execFileSync("which", [name], { encoding: "utf8" }).trim();
}
