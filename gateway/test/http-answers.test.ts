import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { letIn, registerApp } from "./support/apps.ts";
import { post, type Answer } from "./support/ask.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

// What an answer says by HTTP alone: its status, its headers, its coding.
let person: Person;
let appToken: string;
beforeAll(async () => {
  person = await register("Harriet");
  const { id: organizationId } = await createOrganization(person);
  const app = await registerApp(person, { organizationId, scopes: ["profile:read"] });
  ({ token: appToken } = await letIn(app, { person, scope: "profile:read" }));
});

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${runningPlatform().graphql}?query=${encodeURIComponent(query)}`, { headers });
const wrongInput = {
  query: "query ($id: ID!) { meetingType(id: $id) { id } }",
  variables: { id: { not: "an id" } },
};
const logIn = "mutation ($input: LogInInput!) { logIn(input: $input) { tokens { accessToken } } }";

describe("the status", () => {
  test("of invalid input is 400, whether the gateway or a service finds it", async () => {
    expect((await post(wrongInput)).status).toBe(400);
    const query = "mutation ($input: SignUpInput!) { signUp(input: $input) { nextStep } }";
    const input = { name: " ", email: "x", password: "a long enough phrase", timeZone: "UTC" };
    const more = { locale: "en", isSixteenOrOlder: true, acceptedPolicyVersion: "1.1" };
    const response = await post({ query, variables: { input: { ...input, ...more } } });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Answer;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["INVALID_INPUT"]);
  });

  test("is 200 for a client that takes application/json alone, as GraphQL over HTTP has it", async () => {
    const headers = { accept: "application/json" };
    expect((await post({ ...wrongInput, headers })).status).toBe(200);
    expect((await post({ query: "{", headers })).status).toBe(200);
  });

  test("is 403 with the scopes that an app lacks, and 200 where a part is answered", async () => {
    const query = "{ hostedBookings { nodes { id } } }";
    const refused = await post({ query, token: appToken });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toBe(
      'Bearer error="insufficient_scope", scope="bookings:read"',
    );
    const closed = await post({
      query: "mutation { logOutEverywhere { isLoggedOut } }",
      token: appToken,
    });
    expect(closed.status).toBeGreaterThanOrEqual(400);
    const partly = await post({
      query: "{ me { id } hostedBookings { nodes { id } } }",
      token: appToken,
    });
    expect(partly.status).toBe(200);
    expect(partly.headers.get("www-authenticate")).toBeNull();
  });

  test("is 429 with Retry-After for too many attempts", async () => {
    const { email } = await register("Hilda");
    const input = { email, password: "wrong", delivery: "TOKENS" };
    for (let attempt = 0; attempt < 30; attempt++) {
      const response = await post({ query: logIn, variables: { input } });
      const { errors } = (await response.json()) as Answer;
      if (errors?.[0]?.extensions.code !== "RATE_LIMITED") continue;
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      return;
    }
    throw new Error("30 attempts were let through");
  });
});

describe("GET", () => {
  test("answers queries of visitors, without a header of ours", async () => {
    const response = await get("{ policy { version } }");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { policy: {} } });
  });

  test("answers no mutation and no known caller", async () => {
    expect((await get("mutation { logOut { isLoggedOut } }")).status).toBe(405);
    for (const query of ["{ policy { version } }", "{ me { id } }"]) {
      const response = await get(query, { authorization: `Bearer ${person.token}` });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "BAD_REQUEST" } }],
      });
    }
  });
});

/** The answer as it comes over the wire, since fetch decompresses by itself. */
function raw(query: string, { encoding, variables }: { encoding: string; variables?: object }) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const headers = { "content-type": "application/json", "accept-encoding": encoding };
    request(runningPlatform().graphql, { method: "POST", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on("error", reject)
      .end(JSON.stringify({ query, variables }));
  });
}

describe("compression", () => {
  const long = "{ __schema { types { name description } } }";

  test.each([
    ["br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["gzip, deflate, br", "br", brotliDecompressSync],
  ])(
    "of a long answer, for clients that take %s, is %s",
    async (encoding, expected, decompress) => {
      const { headers, body } = await raw(long, { encoding });
      expect(headers["content-encoding"]).toBe(expected);
      expect(headers["vary"]).toMatch(/accept-encoding/i);
      const text = decompress(body).toString();
      expect(JSON.parse(text)).toMatchObject({ data: { __schema: {} } });
      expect(body.length).toBeLessThan(text.length / 3);
    },
  );

  test("is left out for short answers and for clients that take none", async () => {
    const short = await raw("{ __typename }", { encoding: "br" });
    expect(short.headers["content-encoding"]).toBeUndefined();
    const plain = await raw(long, { encoding: "identity" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
  });

  test("is left out for queries that name a secret", async () => {
    const query = `query ($id: ID!) { booking(id: $id) { attendees { manageUrl } } ${long.slice(1)}`;
    const variables = { id: crypto.randomUUID() };
    const { headers, body } = await raw(query, { encoding: "br", variables });
    expect(body.length).toBeGreaterThan(1_024);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("no-store, no-transform");
  });

  test("is left out for mutations, whose answers may hold a secret", async () => {
    const input = { email: person.email, password: person.password, delivery: "TOKENS" };
    const { headers, body } = await raw(
      `mutation ($input: LogInInput!) { logIn(input: $input) {
        a: tokens { accessToken } b: tokens { accessToken } c: tokens { accessToken } } }`,
      { encoding: "br, gzip", variables: { input } },
    );
    expect(body.length).toBeGreaterThan(1_024);
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("no-store, no-transform");
  });
});
