import { beforeAll, expect, test } from "vitest";
import { ask, post } from "./support/ask.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

// What a page of newPerson else can make a browser send without asking (CORS' simple requests).
let person: Person;
let cookie: string;

beforeAll(async () => {
  person = await register("Ceasar");
  const entered = await post({
    query: "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
    variables: { input: { email: person.email, password: person.password, delivery: "COOKIE" } },
  });
  cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "",
  "text/plain;application/json",
])("a form of type %j is not read", async (type) => {
  const response = await fetch(runningPlatform().graphql, {
    method: "POST",
    headers: { "content-type": type, cookie },
    body: '{"query":"mutation { logOut { isLoggedOut } }"}',
  });
  expect([400, 415]).toContain(response.status);
  expect(await response.text()).not.toMatch(/fastify|FST_|node_modules/i);
  expect((await ask({ query: "{ me { id } }", headers: { cookie } })).data.me.id).toBe(
    person.accountId,
  );
});

test("an address changes nothing, and asks nothing for a person", async () => {
  const got = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${runningPlatform().graphql}?query=${encodeURIComponent(query)}`, { headers });
  for (const headers of [{ cookie }, { cookie, "apollo-require-preflight": "1" }] as Record<
    string,
    string
  >[]) {
    const response = await got("mutation { logOut { isLoggedOut } }", headers);
    expect([400, 405]).toContain(response.status);
  }
  for (const headers of [{ cookie }, { cookie, "apollo-require-preflight": "1" }] as Record<
    string,
    string
  >[]) {
    const meant = await got("{ me { id } }", headers);
    expect(meant.status).toBe(405);
    expect(await meant.text()).not.toContain(person.accountId);
  }
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    expect((await fetch(runningPlatform().graphql, { method })).status).toBe(404);
  }
});

test("another origin may not use the cookie, whatever it says of itself, and reads no answer to it", async () => {
  for (const origin of [
    "https://elsewhere.example",
    "null",
    "http://127.0.0.1.elsewhere.example",
    "http://127.0.0.1:1",
  ]) {
    const response = await post({
      query: "{ me { id } }",
      headers: { cookie, origin, "apollo-require-preflight": "1" },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    // An empty header is no credential, and no way around.
    const empty = { cookie, origin, authorization: "" };
    expect((await post({ query: "{ me { id } }", headers: empty })).status).toBe(403);
  }
  const preflight = await fetch(runningPlatform().graphql, {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" },
  });
  expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
});
