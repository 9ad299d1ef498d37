import { afterEach, expect, test } from "vitest";
import { ask, post } from "./support/ask.ts";
import { runningPlatform } from "./support/running-platform.ts";

// What one sends to make the gateway work much, or say much, for little.
const soon = 3_000;
let began = performance.now();

// Refused at once, and nobody else has to wait meanwhile.
afterEach(async () => {
  expect(await ask({ query: "{ __typename }" })).toMatchObject({ data: { __typename: "Query" } });
  expect(performance.now() - began).toBeLessThan(soon);
  began = performance.now();
});

async function codesOf(query: string, variables = {}): Promise<string[]> {
  began = performance.now();
  const { data, errors } = await ask({ query, variables });
  expect(data ?? null).toBeNull();
  return [...new Set(errors?.map(({ extensions }) => extensions.code))];
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");
const nested = (depth: number) =>
  `{ me { ${"memberships { account { ".repeat(depth)} id ${"} } ".repeat(depth)} } }`;

test.each<[string, string]>([
  ["eleven levels and more", nested(6)],
  ["a hundred levels", nested(50)],
  ["sixteen aliases", `{ ${times(16, (n) => `a${n}: policy { version }`)} }`],
  ["a thousand tokens and more", `{ ${times(1_001, () => "__typename")} }`],
  ["100,000 tokens", `{ ${times(45_000, () => "a")} }`],
  ["21 directives", `{ policy ${times(21, () => "@include(if: true)")} { version } }`],
  ["30,000 directives that do not exist", `{ policy ${times(12_000, () => "@a")} { version } }`],
  ["30,000 brackets", "{a".repeat(30_000)],
  ["30,000 nested lists", `{ policy(version: ${"[".repeat(30_000)}) { version } }`],
  ["two operations of which none is named", "query A { __typename } query B { __typename }"],
])("%s are refused", async (_, query) => {
  expect(await codesOf(query)).not.toEqual([]);
});

test("a cost that is hidden in pages of pages is refused", async () => {
  const page = (inner: string) =>
    `members(first: 100) { nodes { account { memberships { organization { ${inner} } } } } }`;
  expect(await codesOf(`{ organization(slug: "demo") { ${page(page("id"))} } }`)).not.toEqual([]);
});

test("a fragment bomb of 1 KB is refused at once", async () => {
  const fragments = times(
    24,
    (n) => `fragment F${n} on Account { ${n === 23 ? "id" : `...F${n + 1} ...F${n + 1}`} }`,
  );
  await codesOf(`{ me { ...F0 } } ${fragments}`).catch(() => undefined);
  const wide = times(
    14,
    (n) =>
      `fragment F${n} on Account { ${n === 13 ? "id" : times(4, (m) => `a${n}${m}: memberships { account { ...F${n + 1} } }`)} }`,
  );
  expect(await codesOf(`{ me { ...F0 } } ${wide}`)).not.toEqual([]);
});

test("overlapping fields that must be compared by pairs are refused at once", async () => {
  const query = `{ ${times(300, () => "policy { version }")} }`;
  began = performance.now();
  await ask({ query });
  const arguments_ = times(150, (n) => `policy(version: "${n}") { version }`);
  expect(await codesOf(`{ ${arguments_} }`)).not.toEqual([]);
});

test.each<[string, string]>([
  ["spreads itself", "{ me { ...A } } fragment A on Account { id ...A }"],
  [
    "spreads itself through others",
    "{ me { ...A } } fragment A on Account { ...B } fragment B on Account { ...C } fragment C on Account { ...A }",
  ],
  [
    "spreads itself deeper",
    "{ me { ...A } } fragment A on Account { memberships { account { ...A } } }",
  ],
  ["spreads itself and is not used", "{ __typename } fragment A on Account { ...A }"],
  ["spreads one that is not there", "{ me { ...A } }"],
])("a fragment that %s is refused at once", async (_, query) => {
  expect(await codesOf(query)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
});

test.each<[string, string]>([
  ["an operation that is not there", "{ __typename } "],
  ["prototype names", "{ __proto__ constructor toString }"],
])("%s is no way in", async (_, query) => {
  began = performance.now();
  const response = await fetch(runningPlatform().graphql, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, operationName: "__proto__" }),
  });
  expect(response.status).toBe(400);
});

test.each<[string, string]>([
  ["mistyped", "{ me { id }"],
  ["empty", ""],
  ["longer than 1,000 tokens", `{ ${times(1_100, () => "__typename")} }`],
])("a document that is %s is the client's mistake", async (_, query) => {
  began = performance.now();
  const response = await post({ query });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain("INTERNAL");
});

test("a subscription is none that could be run", async () => {
  expect(await codesOf("subscription { policy { version } }")).not.toContain("INTERNAL");
  expect(await codesOf("subscription { nothing }")).not.toContain("INTERNAL");
});

test("an address that cannot be read is refused in plain words", async () => {
  began = performance.now();
  const response = await fetch(new URL("/%", runningPlatform().graphql));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.any(String) as string, extensions: { code: "BAD_REQUEST" } }],
  });
});

test("a cookie that cannot be a session's is a visitor's", async () => {
  began = performance.now();
  for (const value of ["x", "a".repeat(7_000), "%00", "a.b"]) {
    const headers = { cookie: `__Host-tidbok-session=${value}` };
    expect(await ask({ query: "{ me { id } }", headers })).toMatchObject({ data: { me: null } });
  }
});

test("a batch is refused, however it is sent", async () => {
  began = performance.now();
  for (const body of [
    [{ query: "{ __typename }" }],
    [],
    Array(50).fill({ query: "{ __typename }" }),
  ]) {
    const response = await fetch(runningPlatform().graphql, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  }
});

test.each([
  "null",
  "1",
  '"x"',
  "{}",
  '{"query":1}',
  '{"query":null}',
  "{",
  "",
  '{"query":"{ __typename }","variables":[1]}',
  '{"query":"{ __typename }","__proto__":{}}',
  '{"query":"{ __typename }","variables":"x"}',
  '{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
])("the body %s is refused in plain words", async (body) => {
  began = performance.now();
  const response = await fetch(runningPlatform().graphql, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  if (!body.includes("persistedQuery")) expect(response.status).toBe(400);
  expect(text).not.toMatch(/node_modules|\bat \w+ \(|fastify|FST_|apollo/i);
});

test("what nearly exists is not suggested", async () => {
  for (const query of [
    "{ meetingTipe }",
    "{ me { emial } }",
    "{ polic { version } }",
    "{ policy(versio: 1) { version } }",
    "{ me { ... on Acount { id } } }",
    "query ($a: IDD) { __typename }",
    "mutation ($i: LogInInpu!) { logIn(input: $i) { account { id } } }",
  ]) {
    expect(JSON.stringify(await ask({ query }))).not.toMatch(/did you mean/i);
  }
  const { errors } = await ask({
    query: 'mutation { logIn(input: { emial: "a", delivery: TOKEN }) { account { id } } }',
  });
  expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
});

test("a body above 100 KiB is not read, also when it does not say how long it is", async () => {
  const body = JSON.stringify({ query: `{ ${" ".repeat(110_000)} __typename }` });
  const parts = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    },
  });
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: parts, duplex: "half" } as RequestInit;
  expect((await fetch(runningPlatform().graphql, request)).status).toBe(413);
  expect((await post({ query: body })).status).toBe(413);
});
