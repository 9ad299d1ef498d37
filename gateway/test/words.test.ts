import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ask, post } from "./support/ask.ts";
import { runningPlatform } from "./support/running-platform.ts";
import { badInputs, type BadInput } from "./support/bad-inputs.ts";
import { schemaFor } from "./support/graph-schema.ts";
import { register, type Person } from "./support/people.ts";

// What the libraries between a client and the database say of a mistake: zod, graphql-js, graphql-armor, Apollo,
// Mercurius, Fastify, Prisma, JSON.
const libraryPhrase =
  /Too (big|small)|Invalid (input|option|string|literal|key|value)|expected (string|number|array|object|boolean|int)|received (undefined|null|string|number)|Unrecognized key|Syntax Error|cannot represent|got invalid value|Cannot query|Did you mean|Expected value of type|was not provided|is not defined by type|Unexpected error|Internal server error|POST body missing|must contain a non-empty|Cross-Site|Operation batching|search parameter|limit of \d+ exceeded|prisma|PrismaClient|invocation|mercurius|MER_ERR|FST_|Apollo|Graphql validation error|Unexpected token|in JSON at position|violates|constraint|SQLSTATE|undefined|\[object/i;
// What a person could have written into any text.
const value = "Åsa Personsson";

let person: Person;

beforeAll(async () => {
  person = await register("Wera");
});

async function saidOf(response: Response): Promise<string> {
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: { message: string; extensions: object }[] };
  for (const { message, extensions } of errors ?? []) {
    // What stands in backquotes is for machines: a header's name, a field.
    expect(message.replace(/`[^`]*`/g, "")).not.toMatch(libraryPhrase);
    const { problems = [] } = extensions as { problems?: { message: string }[] };
    for (const problem of problems) expect(problem.message).not.toMatch(libraryPhrase);
  }
  expect(text).not.toContain("Personsson");
  return errors?.map(({ message }) => message).join("\n") ?? "";
}

test("a wrong value at each place of each input is told in our own words, and not repeated", async () => {
  const schema = await schemaFor(person.token);
  const inputs: readonly BadInput[] = badInputs(schema, value);
  expect(inputs.length).toBeGreaterThan(300);
  let refused = 0;
  for (const { query, variables } of inputs) {
    expect(JSON.stringify({ query, variables }).length).toBeLessThan(100 * 1024);
    if ((await saidOf(await post({ query, variables, token: person.token }))) !== "") refused += 1;
  }
  // Some are right by chance: a text is any text.
  expect(refused).toBeGreaterThan(inputs.length / 2);
});

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

test.each([
  [
    "depth",
    `{ me { ${"memberships { account { ".repeat(6)} id ${"} } ".repeat(6)} } }`,
    /levels deep; the limit is 10\. Ask for fewer/,
  ],
  [
    "aliases",
    `{ ${times(16, (n) => `a${n}: policy { version }`)} }`,
    /has 16 aliases; the limit is 15\. Use fewer/,
  ],
  [
    "directives",
    `{ policy ${times(21, () => "@include(if: true)")} { version } }`,
    /has 21 directives; the limit is 20\. Use fewer/,
  ],
  ["tokens", `{ ${times(1_001, () => "__typename")} }`, /more than 1000 tokens.+Shorten it/],
  [
    "cost",
    '{ organization(slug: "demo") { meetingTypes(first: 100) { nodes { slots(from: "2027-02-01", to: "2027-03-01", timeZone: "UTC") { slots { startAt } } } } } }',
    /costs .+; the limit for one operation is 5,000\. Ask for fewer rows/,
  ],
])("the limit of %s names itself, its value and what to do", async (_, query, words) => {
  const response = await post({ query });
  expect(response.status).toBe(400);
  expect(await saidOf(response)).toMatch(words);
});

test.each([
  ["a value", `{ policy(version: 5) { version } }`],
  ["a text", `{ meetingTypes(x: "${value}") { id } }`],
  ["half a document", `{ policy(version: "${value}`],
  ["a text where a name belongs", `{ policy("${value}") { version } }`],
  [
    "an enum's value",
    `mutation { logIn(input: { email: "${value}", password: "a", delivery: Personsson }) { account { id } } }`,
  ],
  [
    "a date",
    `{ meetingType(id: "a") { slots(from: "${value}", to: "x", timeZone: "UTC") { date } } }`,
  ],
])("%s in the document is not repeated", async (_, query) => {
  expect(await saidOf(await post({ query }))).not.toBe("");
});

const bodies = [
  "null",
  "1",
  "[]",
  "{}",
  '{"query":1}',
  '{"query":{"kind":"Document"}}',
  "{",
  "",
  '{"query":""}',
  '{"query":"{ __typename }","variables":[1]}',
  '{"query":"{ __typename }","variables":"x"}',
  '{"query":"{ __typename }","extensions":"x"}',
  '{"query":"{ __typename }","extensions":[1]}',
  '{"query":"{ __typename }","operationName":1}',
  '[{"query":"{ __typename }"}]',
  '{"query":"{ __typename }","operationName":"A"}',
  '{"query":"query A { __typename } query B { __typename }"}',
  '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":2,"sha256Hash":"x"}}}',
  '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
];

test.each(bodies)("the body %s is refused in our own words", async (body) => {
  const response = await fetch(runningPlatform().graphql, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect(response.status).toBe(400);
  expect(await saidOf(response)).not.toMatch(/^$|went wrong on our side/);
});

test.each<[string, RequestInit & { readonly search?: string }]>([
  ["a form", { method: "POST", body: new URLSearchParams({ query: "{ __typename }" }) }],
  ["text", { method: "POST", body: "{ __typename }", headers: { "content-type": "text/plain" } }],
  [
    "a mutation by GET",
    { search: "?query=mutation{logOut}", headers: { "apollo-require-preflight": "1" } },
  ],
  [
    "variables by GET that are none",
    { search: "?query={__typename}&variables=x", headers: { "apollo-require-preflight": "1" } },
  ],
  [
    "two queries by GET",
    { search: "?query={__typename}&query={a}", headers: { "apollo-require-preflight": "1" } },
  ],
  [
    "a type that is not answered",
    {
      method: "POST",
      body: '{"query":"{ __typename }"}',
      headers: { "content-type": "application/json", accept: "image/png" },
    },
  ],
])("%s is refused in our own words", async (_, { search = "", ...init }) => {
  const response = await fetch(`${runningPlatform().graphql}${search}`, init);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await saidOf(response)).not.toMatch(/^$|went wrong on our side/);
});

// https://www.apollographql.com/docs/apollo-server/performance/apq, as clients of Apollo, urql and others speak it.
test("automatic persisted queries: a hash alone is unknown once, and enough from then on", async () => {
  const query = `query Version${Date.now()} { policy { version } }`;
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const send = async (body: object) => {
    const response = await fetch(runningPlatform().graphql, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const unknown = {
    status: 200,
    errors: [
      { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } },
    ],
  };
  const answer = { status: 200, data: { policy: { version: "1.1" } } };
  expect(await send({ extensions })).toMatchObject(unknown);
  expect(await send({ query, extensions })).toMatchObject(answer);
  expect(await send({ extensions })).toMatchObject(answer);
  const other = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
  expect(await send({ query, extensions: other })).toMatchObject({ status: 400 });
  expect(await send({ extensions: other })).toMatchObject(unknown);
});

test("what a caller may not ask is refused to them by its hash, too", async () => {
  const query = `query Mine${Date.now()} { me { email } }`;
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const send = async (token?: string) =>
    (await fetch(runningPlatform().graphql, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ ...(token && { query }), extensions }),
    }).then((response) => response.json())) as Awaited<ReturnType<typeof ask>>;
  expect((await send(person.token)).data).toEqual({ me: { email: person.email } });
  expect((await send()).data).toEqual({ me: null });
});
