import { beforeAll, describe, expect, test } from "vitest";
import {
  beginRequest,
  createPages,
  publicOrigin,
  registerApp,
  sessionCookie,
  type App,
} from "./support/apps.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

let person: Person;
let app: App;
beforeAll(async () => {
  person = await register("Nora");
  const { id: organizationId } = await createOrganization(person);
  app = await registerApp(person, { organizationId, scopes: ["profile:read"] });
});

describe("the page on which a person decides", () => {
  async function open() {
    const { url } = await beginRequest(app, { scope: "profile:read" });
    const { go } = createPages(await sessionCookie(person));
    return { at: await go(url.href), go };
  }
  const allow = () =>
    new URLSearchParams([
      ["scope", "profile:read"],
      ["decision", "allow"],
    ]);

  test("takes no word that another page sends in the person's name", async () => {
    const { url } = await beginRequest(app, { scope: "profile:read" });
    const cookie = await sessionCookie(person);
    const { go, held } = createPages(cookie);
    const at = await go(url.href);
    const send = (more: Record<string, string>) =>
      fetch(at, { method: "POST", redirect: "manual", body: allow(), headers: more });
    const foreign: readonly Record<string, string>[] = [
      { origin: "https://elsewhere.example" },
      { origin: `${publicOrigin()}.elsewhere.example` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none", origin: "null" },
    ];
    for (const from of foreign) {
      expect((await send({ cookie: held(), ...from })).status).toBe(403);
    }
    // Nor in the name of a person whose cookies it does not have, or with those of another person.
    expect((await send({})).status).toBe(400);
    const stranger = await sessionCookie(await register("Stina"));
    expect((await send({ cookie: held().replace(cookie, stranger) })).status).toBe(400);
    expect((await send({ cookie: held() })).status).toBe(303);
  });

  test("decides nothing by being opened, and once only", async () => {
    const { at, go } = await open();
    const opened = await go(`${at}?decision=allow&scope=profile:read`);
    expect(new URL(opened).pathname).toBe(new URL(at).pathname);
    expect(await go(at, allow())).toContain("code=");
    expect(await go(at, allow())).not.toContain("code=");
  });

  test("stands in nobody's frame, is kept nowhere, and leads nowhere but to the app", async () => {
    const { url } = await beginRequest(app, { scope: "profile:read" });
    const lost = new URL(url);
    lost.searchParams.set("redirect_uri", "https://evil.example/");
    const shown = [
      await fetch(url),
      await fetch(`${publicOrigin()}/oauth/device`),
      await fetch(`${publicOrigin()}/oauth/consent/x`),
      await fetch(lost),
      await fetch(`${publicOrigin()}/oauth/consent/x?returnTo=https://evil.example`),
    ];
    for (const { headers, url: where } of shown) {
      const policy = headers.get("content-security-policy") ?? "";
      expect([where, policy]).toEqual([where, expect.stringContaining("frame-ancestors 'none'")]);
      expect(policy).not.toContain("evil.example");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cache-control")).toContain("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  test("sends the browser nowhere on request", async () => {
    for (const path of [
      "/oauth/authorize?redirect_uri=https://evil.example",
      "/oauth/session/end?post_logout_redirect_uri=https://evil.example",
      "/oauth/logout?returnTo=https://evil.example",
      "/oauth/consent/x?returnTo=https://evil.example",
      "/oauth//evil.example",
      "/oauth/authorize/x?return_to=https://evil.example",
    ]) {
      const response = await fetch(`${publicOrigin()}${path}`, { redirect: "manual" });
      expect([path, response.headers.get("location")]).toEqual([path, null]);
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("is the only way in: the address leads to nothing else of identity", async () => {
    for (const path of ["/oauth/../graphql", "/oauth/%2e%2e/graphql", "/oauth/..%2fgraphql"]) {
      const response = await fetch(`${publicOrigin()}${path}`, { method: "POST", body: "{}" });
      expect([path, response.status < 400 ? "open" : "closed"]).toEqual([path, "closed"]);
    }
  });
});
