import { beforeAll, describe, expect, test } from "vitest";
import {
  basic,
  beginRequest,
  consent,
  publicOrigin,
  redirectUri,
  registerApp,
  sessionCookie,
  type App,
} from "./support/apps.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";

const otherUri = "http://127.0.0.1:9/other";

let person: Person;
let app: App;
let other: App;
beforeAll(async () => {
  person = await register("Nils");
  const { id: organizationId } = await createOrganization(person);
  const scopes = ["profile:read", "bookings:read"];
  app = await registerApp(person, { organizationId, scopes });
  other = await registerApp(person, { organizationId, scopes, redirectUris: [otherUri] });
});

type Change = Readonly<Record<string, string | readonly string[] | null>>;

/** A right request for permission, with these parameters changed, left out or said twice. */
async function requestWith(change: Change): Promise<URL> {
  const { url } = await beginRequest(app, { scope: "profile:read", state: "s" });
  for (const [name, value] of Object.entries(change)) {
    url.searchParams.delete(name);
    for (const each of value === null ? [] : [value].flat()) url.searchParams.append(name, each);
  }
  return url;
}

/** Where such a request leads: an error that the app is told, one that the person is shown, or the pages. */
async function outcomeOf(url: URL): Promise<string> {
  const response = await fetch(url, { redirect: "manual" });
  const location = response.headers.get("location");
  if (location === null) return `shown ${response.status}`;
  const to = new URL(location, url);
  if (to.origin === publicOrigin()) return to.pathname.replace(/[^/]+$/, "…");
  expect(to.origin + to.pathname).toBe(redirectUri);
  // Who asks for a token itself expects its answer in the fragment, where it finds that there is none.
  const said = new URLSearchParams(to.hash === "" ? to.search : to.hash.slice(1));
  expect(said.get("iss")).toBe(publicOrigin());
  expect(to.href).not.toMatch(/[?#&](code|access_token|id_token)=/);
  return `told ${said.get("error")}`;
}

describe("a request for permission", () => {
  test("that is right leads to the pages", async () => {
    expect(await outcomeOf(await requestWith({}))).toBe("/oauth/consent/…");
  });

  test.each<[string, Change, string]>([
    ["without PKCE", { code_challenge: null, code_challenge_method: null }, "told invalid_request"],
    ["with PKCE plain", { code_challenge_method: "plain" }, "told invalid_request"],
    ["with PKCE that names no method", { code_challenge_method: null }, "told invalid_request"],
    ["with a challenge that is too short", { code_challenge: "a" }, "told invalid_request"],
    ["for a token", { response_type: "token" }, "told invalid_request"],
    ["for an ID token", { response_type: "id_token" }, "told invalid_request"],
    ["for a code and a token", { response_type: "code token" }, "told invalid_request"],
    ["for nothing", { response_type: "none" }, "told unsupported_response_type"],
    ["that says nothing of what for", { response_type: null }, "told invalid_request"],
    ["to be told in a fragment", { response_mode: "fragment" }, "told invalid_request"],
    ["to be told in a form", { response_mode: "form_post" }, "shown 400"],
    ["for another audience", { resource: "https://elsewhere.example" }, "told invalid_target"],
    [
      "for ours and another audience",
      { resource: ["https://a.example", "https://b.example"] },
      "told invalid_target",
    ],
    ["without a person at the browser", { prompt: "none" }, "told login_required"],
    ["with a request object", { request: "e30.e30." }, "told request_not_supported"],
    [
      "with one of elsewhere",
      { request_uri: "https://elsewhere.example/r" },
      "told request_uri_not_supported",
    ],
    [
      "with one that was never pushed",
      { request_uri: "urn:ietf:params:oauth:request_uri:x" },
      "told invalid_request_uri",
    ],
    ["of an app that is not there", { client_id: crypto.randomUUID() }, "shown 400"],
    ["of an app with a strange name", { client_id: "' OR 1=1" }, "shown 400"],
    ["of no app", { client_id: null }, "shown 400"],
    ["of two apps", { client_id: ["a", "b"] }, "shown 400"],
  ])("%s is refused", async (_, change, outcome) => {
    expect(await outcomeOf(await requestWith(change))).toBe(outcome);
  });

  test.each([
    ["a slash more", `${redirectUri}/`],
    ["a query", `${redirectUri}?a=b`],
    ["an empty query", `${redirectUri}?`],
    ["a fragment", `${redirectUri}#a`],
    ["more at its end", `${redirectUri}x`],
    ["less at its end", redirectUri.slice(0, -1)],
    ["a folder below", `${redirectUri}/../other`],
    ["a folder that leads back", redirectUri.replace("/callback", "/x/../callback")],
    ["another case", redirectUri.replace("callback", "Callback")],
    ["its scheme in capitals", redirectUri.replace("http", "HTTP")],
    ["an escaped letter", redirectUri.replace("callback", "%63allback")],
    ["another port", redirectUri.replace(":9", ":10")],
    ["no port", redirectUri.replace(":9", "")],
    ["another name for the machine", redirectUri.replace("127.0.0.1", "localhost")],
    ["another number for the machine", redirectUri.replace("127.0.0.1", "2130706433")],
    ["TLS", redirectUri.replace("http:", "https:")],
    ["a host that begins like it", redirectUri.replace("127.0.0.1", "127.0.0.1.evil.example")],
    ["its host as user", redirectUri.replace(":9/", ":9@evil.example/")],
    ["a backslash", `${redirectUri}\\@evil.example`],
    ["a line break", `${redirectUri}\r\nset-cookie: a=b`],
    ["script", "javascript:alert(1)//127.0.0.1:9/callback"],
    ["no scheme", "//127.0.0.1:9/callback"],
    ["only a path", "/callback"],
  ])("to an address with %s is answered nowhere but on the page", async (_, address) => {
    const response = await fetch(await requestWith({ redirect_uri: address }), {
      redirect: "manual",
    });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).not.toContain("<script");
  });

  test("with two addresses is answered at neither that is not the app's", async () => {
    const change = { redirect_uri: [redirectUri, "https://evil.example/"] };
    expect(await outcomeOf(await requestWith(change))).toBe("told invalid_request");
  });

  /** Pushes a request of an app; the address of the pages for it, as this app names itself. */
  async function pushed(by: App, { as = by, secret = by.secret, change = {} } = {}) {
    const { url } = await beginRequest(by, { scope: "profile:read", ...change });
    const response = await fetch(`${publicOrigin()}/oauth/par`, {
      method: "POST",
      headers: { authorization: basic(by.id, secret) },
      body: url.searchParams,
    });
    const { request_uri: uri, error } = (await response.json()) as Record<string, string>;
    const pages = new URL(`${publicOrigin()}/oauth/authorize`);
    pages.search = new URLSearchParams({ client_id: as.id, request_uri: uri ?? "" }).toString();
    return { status: response.status, error, pages };
  }

  test("that another app pushed is not one's own", async () => {
    const { pages } = await pushed(other, { as: app });
    // Told to the app that asks, at its own address, and not where the other one is answered.
    expect(await outcomeOf(pages)).toBe("told invalid_request_object");
  });

  test("is not pushed without the app's secret, without PKCE or to an address that differs", async () => {
    const outcome = async (options: Parameters<typeof pushed>[1]) => {
      const { status, error } = await pushed(app, options);
      return `${status} ${error}`;
    };
    expect(await outcome({ secret: "x" })).toBe("401 invalid_client");
    expect(await outcome({ change: { code_challenge_method: "plain" } })).toBe(
      "400 invalid_request",
    );
    expect(await outcome({ change: { redirect_uri: otherUri } })).toMatch(/^400 invalid_/);
    expect(await outcome({ change: { request_uri: "urn:x" } })).toMatch(
      /^400 (invalid_request|request_uri_not_supported)/,
    );
  });

  test("that was pushed gives one code, and what stands beside it in the address changes nothing", async () => {
    const { pages } = await pushed(app);
    pages.searchParams.set("redirect_uri", "https://evil.example/");
    pages.searchParams.set("scope", "profile:read bookings:read");
    const allow = {
      cookie: await sessionCookie(person),
      ticked: ["profile:read", "bookings:read"],
    };
    const answer = await consent(pages, allow);
    expect(answer.origin + answer.pathname).toBe(redirectUri);
    const { pages: again } = await pushed(app);
    const first = await consent(again, allow);
    expect(first.searchParams.has("code")).toBe(true);
    // The app is told at once: nobody is asked for what was answered.
    expect(await outcomeOf(again)).toMatch(/^told invalid_request/);
  });
});
