import { beforeAll, expect, test } from "vitest";
import { post } from "./support/ask.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

let person: Person;
beforeAll(async () => {
  person = await register("Nora");
});

const origin = () => new URL(runningPlatform().graphql).origin;
const me = "{ me { name email } }";

test.each<[string, () => Promise<Response>]>([
  ["an answer with personal data", () => post({ query: me, token: person.token })],
  ["an answer to a visitor", () => post({ query: me })],
  ["an answer to GET", () => get(`/graphql?query=${encodeURIComponent(me)}`, person.token)],
  ["a refused document", () => post({ query: "{ me { name", token: person.token })],
  ["a refused token", () => post({ query: me, token: "x" })],
  ["a calendar that is not there", () => get("/calendar/x.ics")],
  ["an answer of the authorization server", () => get("/oauth/userinfo", person.token)],
  ["an address that is not there", () => get("/nothing")],
  ["a service's own answer", () => fetch(`${runningPlatform().services["identity"]?.url}/graphql`)],
])("%s is stored nowhere", async (_, answer) => {
  expect((await answer()).headers.get("cache-control")).toMatch(/\bno-store\b/);
});

function get(path: string, token?: string): Promise<Response> {
  return fetch(`${origin()}${path}`, {
    headers: {
      "apollo-require-preflight": "1",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
}
