import * as client from "openid-client";
import { freePort } from "@tidbok/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, expect, test } from "vitest";
import { appForm, newOwner, redirectUri, registerApp } from "./support/app-operations.ts";
import { createBrowser } from "./support/browser.ts";
import { password, startIdentity } from "./support/start-identity.ts";

const port = await freePort();
const identity = await startIdentity({ port });
const origin = `http://127.0.0.1:${port}`;
afterAll(() => identity.stop());

test("on the page of an app, without script, a code is asked for after the password", async () => {
  const owner = await newOwner(identity, "owner");
  const app = await registerApp(identity, owner.caller, appForm(owner.organizationId));
  const { data } = await identity.ask(owner.caller, "mutation { beginAuthenticator { secret } }");
  const totp = new TOTP({ secret: Secret.fromBase32(data.beginAuthenticator.secret) });
  const codeNow = () => totp.generate({ timestamp: identity.clock.now });
  await identity.mutate(owner.caller, ["confirmAuthenticator", "codes"], { code: codeNow() });
  identity.clock.now += 60_000;

  const config = await client.discovery(
    new URL(origin),
    app.id,
    undefined,
    client.ClientSecretBasic(app.secret),
    { execute: [client.allowInsecureRequests], algorithm: "oauth2" },
  );
  const browser = createBrowser(origin);
  const form = await browser.open(
    client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: "bookings:read",
      code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
      code_challenge_method: "S256",
    }),
  );
  const submit = (fields: readonly (readonly [string, string])[]) =>
    browser.submit(`${form.url}/log-in`, fields);
  const asked = await submit([
    ["email", owner.email],
    ["password", password],
  ]);
  expect(browser.cookies.has("__Host-tidbok-session")).toBe(false);
  const [, token = ""] = /name="token" value="([\w-]{43})"/.exec(asked.html) ?? [];
  const wrong = await submit([
    ["token", token],
    ["code", "000000"],
  ]);
  expect(wrong).toMatchObject({
    status: 401,
    html: expect.stringContaining('role="alert"') as string,
  });
  const consent = await submit([
    ["token", token],
    ["code", codeNow()],
  ]);
  expect(consent.html).toContain('value="bookings:read"');
  expect(browser.cookies.has("__Host-tidbok-session")).toBe(true);
});
