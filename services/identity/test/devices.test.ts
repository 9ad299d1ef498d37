import * as client from "openid-client";
import { freePort } from "@tidbok/testing";
import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { appForm, newOwner, registerApp } from "./support/app-operations.ts";
import { createBrowser } from "./support/browser.ts";
import { password, startIdentity, type Identity } from "./support/start-identity.ts";

let identity: Identity;
let origin: string;
let owner: Awaited<ReturnType<typeof newOwner>>;
let config: client.Configuration;

beforeAll(async () => {
  const port = await freePort();
  identity = await startIdentity({ port });
  origin = `http://127.0.0.1:${port}`;
  owner = await newOwner(identity, "owner");
  // A television: no secret, and no address to be sent back to.
  const form = appForm(owner.organizationId, { isConfidential: false, redirectUris: [] });
  const { id } = await registerApp(identity, owner.caller, form);
  config = await client.discovery(new URL(origin), id, undefined, client.None(), {
    execute: [client.allowInsecureRequests],
    algorithm: "oauth2",
  });
});
afterAll(() => identity.stop());
afterEach(() => {
  vi.useRealTimers();
});

const begin = (scope = "bookings:read profile:read") =>
  client.initiateDeviceAuthorization(config, { scope });
const poll = ({ device_code: code }: { device_code: string }) =>
  client.genericGrantRequest(config, "urn:ietf:params:oauth:grant-type:device_code", {
    device_code: code,
  });
const allow = [
  ["scope", "bookings:read"],
  ["decision", "allow"],
] as const;
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "granted",
    (error: unknown) => (error as { error?: string }).error,
  );
const fieldsOf = (html: string) =>
  [...html.matchAll(/<input[^>]*name="(\w+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );

/** Types the code in a browser without script and goes on to the question whether the device shows it. */
async function typeCode(userCode: string, browser = createBrowser(origin)) {
  const form = await browser.open(`${origin}/oauth/device`);
  const secret = fieldsOf(form.html).filter(([name]) => name === "xsrf");
  const confirm = await browser.submit(form.url, [...secret, ["user_code", userCode]]);
  return { browser, form, confirm };
}

async function confirmed(userCode: string, language = "en") {
  const browser = createBrowser(origin, language);
  browser.cookies.set("__Host-tidbok-session", owner.cookie);
  const { confirm } = await typeCode(userCode, browser);
  return { browser, page: await browser.submit(confirm.url, fieldsOf(confirm.html)) };
}

describe("a device", () => {
  test("gets what its person lets it do, after asking for the code until then", async () => {
    const asked = await begin();
    expect(asked).toMatchObject({
      verification_uri: `${origin}/oauth/device`,
      user_code: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/) as string,
      expires_in: 600,
      interval: 5,
    });
    expect(await refusal(poll(asked))).toBe("authorization_pending");
    const { browser, page } = await confirmed(asked.user_code);
    expect(page.html).toContain("Rumsbokaren");
    const done = await browser.submit(page.url, allow);
    expect(done.html).toContain("Go on at your device.");
    const given = await client.pollDeviceAuthorizationGrant(config, { ...asked, interval: 0 });
    expect(decodeJwt(given.access_token)).toMatchObject({
      sub: owner.id,
      scope: "bookings:read",
      client_id: config.clientMetadata().client_id,
    });
    const second = await client.refreshTokenGrant(config, given.refresh_token ?? "");
    expect(second.refresh_token).not.toBe(given.refresh_token);
    expect(await refusal(poll(asked))).toBe("invalid_grant");
  });

  test("that asks too often is told to ask less often, and what it waits for is not lost", async () => {
    const asked = await begin();
    expect(await refusal(poll(asked))).toBe("authorization_pending");
    expect(await refusal(poll(asked))).toBe("slow_down");
    const { browser, page } = await confirmed(asked.user_code);
    await browser.submit(page.url, allow);
    expect(await refusal(poll(asked))).toBe("granted");
  });

  test("learns that its person said no, to the code or to the app", async () => {
    const byCode = await begin();
    const { browser, confirm } = await typeCode(byCode.user_code);
    const stopped = await browser.submit(confirm.url, [
      ...fieldsOf(confirm.html),
      ["abort", "yes"],
    ]);
    expect(stopped.html).toContain("Nothing was connected.");
    expect(await refusal(poll(byCode))).toBe("access_denied");
    const byApp = await begin();
    const asked = await confirmed(byApp.user_code);
    const denied = await asked.browser.submit(asked.page.url, [["decision", "deny"]]);
    expect(denied.html).toContain("Nothing was connected.");
    expect(await refusal(poll(byApp))).toBe("access_denied");
  });

  test("learns that its code is over, and so does who types it", async () => {
    const asked = await begin();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 601_000 });
    expect(await refusal(poll(asked))).toBe("expired_token");
    const { confirm } = await typeCode(asked.user_code);
    expect(confirm.html).toContain("This code is not valid, or has expired.");
  });

  test("of another app gets nothing by the code", async () => {
    const asked = await begin();
    const { browser, page } = await confirmed(asked.user_code);
    await browser.submit(page.url, allow);
    const form = appForm(owner.organizationId, { isConfidential: false, redirectUris: [] });
    const { id } = await registerApp(identity, owner.caller, form);
    const body = new URLSearchParams({
      client_id: id,
      device_code: asked.device_code,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    });
    const answer = await fetch(`${origin}/oauth/token`, { method: "POST", body });
    expect(await answer.json()).toMatchObject({ error: "invalid_grant" });
    expect(await refusal(poll(asked))).toBe("granted");
  });
});

describe("the page for a device's code", () => {
  test("is in the browser's language, has labels and no script, and is in nobody's frame", async () => {
    const asked = await begin();
    for (const [language, label] of [
      ["en-GB", "The code on your device"],
      ["sv-SE,sv;q=0.9", "Koden på din enhet"],
    ] as const) {
      const browser = createBrowser(origin, language);
      const page = await browser.open(asked.verification_uri_complete ?? "");
      expect(page.html).toContain(`<label for="user_code">${label}</label>`);
      expect(page.html).toContain(`<html lang="${language.slice(0, 2)}">`);
      // The code of the link is filled in, and sent by the person alone.
      expect(page.html).toContain(`value="${asked.user_code}"`);
      expect(page.html).not.toMatch(/<script|\son\w+=/i);
      expect(page.headers.get("content-security-policy")).toMatch(
        /default-src 'none'.*frame-ancestors 'none'; form-action 'self'$/,
      );
      expect(page.headers.get("cache-control")).toContain("no-store");
    }
  });

  test("takes no code without what the page holds, from another browser or by a link", async () => {
    const asked = await begin();
    const confirm: [string, string][] = [
      ["user_code", asked.user_code],
      ["confirm", "yes"],
    ];
    const { browser, form } = await typeCode("no-such-code");
    const [, secret = ""] = fieldsOf(form.html).find(([name]) => name === "xsrf") ?? [];
    await browser.submit(form.url, confirm);
    await browser.submit(form.url, [...confirm, ["xsrf", "0".repeat(48)]]);
    const elsewhere = await createBrowser(origin).submit(form.url, [...confirm, ["xsrf", secret]]);
    expect(elsewhere).toMatchObject({ status: 200, url: `${origin}/oauth/device` });
    await browser.open(`${asked.verification_uri_complete}&confirm=yes`);
    // Whoever had got through would have begun to log in, and the code were in use.
    const own = await confirmed(asked.user_code);
    expect(own.page.html).toContain("Rumsbokaren");
  });

  test("asks somebody else than who began before to log in, and gives the device to them", async () => {
    const asked = await begin();
    const { browser, confirm } = await typeCode(asked.user_code);
    const logIn = await browser.submit(confirm.url, fieldsOf(confirm.html));
    expect(logIn.html).toContain("Log in to Tidbok");
    const consent = await browser.submit(`${logIn.url}/log-in`, [
      ["email", owner.email],
      ["password", password],
    ]);
    // Later another person at the same browser, whose earlier permission's pages are still in a cookie.
    const { email } = await newOwner(identity, "second");
    const another = await begin();
    browser.cookies.delete("__Host-tidbok-session");
    const next = await typeCode(another.user_code, browser);
    const form = await browser.submit(next.confirm.url, fieldsOf(next.confirm.html));
    const page = await browser.submit(`${form.url}/log-in`, [
      ["email", email],
      ["password", password],
    ]);
    await browser.submit(page.url, allow);
    const { access_token: token } = await poll(another);
    expect(decodeJwt(token).sub).not.toBe(owner.id);
    expect(consent.html).toContain("Rumsbokaren");
  });
});
