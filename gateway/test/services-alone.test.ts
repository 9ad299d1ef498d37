import { operationHash } from "@tidbok/service";
import { generateKeyPair, exportJWK, type JWK } from "jose";
import { beforeAll, expect, test } from "vitest";
import { keyOf, signed, type Forged } from "./support/keys.ts";
import { runningPlatform } from "./support/running-platform.ts";

// Whoever gets as far as a service's own port: what do they learn without the gateway?
const services = ["identity", "scheduling", "billing", "integrations", "privacy"];
const refusal = {
  errors: [
    {
      message: "This service answers the gateway only.",
      extensions: { code: "UNAUTHENTICATED" },
    },
  ],
};
let otherKey: JWK;

beforeAll(async () => {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  otherKey = {
    ...(await exportJWK(privateKey)),
    alg: "EdDSA",
    kid: keyOf("gateway-caller").kid ?? "",
  };
});

const bodies = {
  _service: { query: "{ _service { sdl } }" },
  _entities: {
    query: '{ _entities(representations: [{ __typename: "Account", id: "1" }]) { __typename } }',
  },
  introspection: { query: "{ __schema { types { name } } }" },
  batch: [{ query: "{ __typename }" }, { query: "{ __typename }" }],
  nonsense: { query: "}" },
};

test.each(services)(
  "%s says nothing to whoever shows no token, whatever is asked",
  async (name) => {
    const url = `${urlOf(name)}/graphql`;
    for (const body of Object.values(bodies)) {
      expect(await answerOf(await post(url, { body }))).toEqual([401, refusal]);
    }
    const got = await fetch(`${url}?query=${encodeURIComponent("{ __typename }")}`);
    expect(await answerOf(got)).toEqual([401, refusal]);
    for (const path of ["/", "/graphiql", "/metrics", "/graphql/"]) {
      expect(await answerOf(await fetch(`${urlOf(name)}${path}`))).toEqual([401, refusal]);
    }
    for (const header of ["Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi"]) {
      const headers = { authorization: header };
      expect((await post(url, { body: bodies._service, headers })).status).toBe(401);
    }
  },
);

test.each(services)(
  "%s takes a token only from the gateway, for itself, and while it is fresh",
  async (name) => {
    const right: Forged = {
      typ: "caller+jwt",
      claims: { caller: { kind: "anonymous" }, operation: operationHash(bodies._service.query) },
      issuer: "gateway",
      audience: name,
    };
    const elsewhere = services.find((other) => other !== name) ?? "";
    const key = keyOf("gateway-caller");
    expect(await statusWith(name, await signed(key, right))).toBe(200);
    const wrong = [
      signed(key, { ...right, audience: elsewhere }),
      signed(key, { ...right, issuer: elsewhere }),
      signed(key, { ...right, typ: "at+jwt" }),
      signed(key, { ...right, expiresIn: -1, issuedAgo: 30 }),
      signed(key, { ...right, expiresIn: 3_600, issuedAgo: 120 }),
      signed(key, { ...right, claims: {} }),
      signed(key, { ...right, claims: { caller: { kind: "anonymous" } } }),
      signed(key, { ...right, claims: { ...right.claims, operation: operationHash("{ a }") } }),
      signed(otherKey, right),
      signed(keyOf("scheduling-manage-link"), right),
      signed(keyOf("identity-access"), right),
      signed(key, right).then((token) => token.replace(/[^.]*$/, "")),
      Promise.resolve(unsigned(right)),
    ];
    for (const token of wrong) expect(await statusWith(name, await token)).toBe(401);
  },
);

test.each(services)("%s answers no other operation than the one of the token", async (name) => {
  const token = await signed(keyOf("gateway-caller"), {
    typ: "caller+jwt",
    claims: { caller: { kind: "anonymous" }, operation: operationHash(bodies._service.query) },
    issuer: "gateway",
    audience: name,
  });
  const headers = { authorization: `Bearer ${token}` };
  const url = `${urlOf(name)}/graphql`;
  expect((await post(url, { body: bodies._service, headers })).status).toBe(200);
  const others = [bodies.introspection, [bodies._service], { query: 1 }, {}, { variables: {} }];
  for (const body of others) expect((await post(url, { body, headers })).status).toBe(401);
  const got = await fetch(`${url}?query=${encodeURIComponent("{ __typename }")}`, { headers });
  expect(got.status).toBe(401);
});

test.each(services)("%s has errors without a stack, SQL or its own name", async (name) => {
  const headersFor = async (text = "") => ({
    authorization: `Bearer ${await signed(keyOf("gateway-caller"), {
      typ: "caller+jwt",
      claims: { caller: { kind: "anonymous" }, operation: operationHash(text) },
      issuer: "gateway",
      audience: name,
    })}`,
  });
  const url = `${urlOf(name)}/graphql`;
  const asked = [
    { query: "}" },
    { query: "{ nothing }" },
    { query: '{ _entities(representations: [{ __typename: "Nobody" }]) { __typename } }' },
    {
      query:
        '{ _entities(representations: [{ __typename: "Account", id: "\\u0000" }]) { ... on Account { id } } }',
    },
    { variables: 1 },
  ];
  for (const body of asked) {
    const headers = await headersFor(body.query);
    const text = await (await post(url, { body, headers })).text();
    expect(text).not.toMatch(/\bat .*:\d+|node_modules|select |insert |prisma|P\d{4}|postgres/i);
    expect(text).not.toContain(`tidbok_${name}`);
  }
});

function urlOf(name: string): string {
  return runningPlatform().services[name]?.url ?? "";
}

function post(
  url: string,
  { body, headers }: { body: unknown; headers?: Record<string, string> },
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function answerOf(response: Response): Promise<[number, unknown]> {
  return [response.status, await response.json()];
}

async function statusWith(name: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await post(`${urlOf(name)}/graphql`, { body: bodies._service, headers });
  await response.text();
  return response.status;
}

// RFC 8725: "none" is an algorithm too, to those who do not look.
function unsigned({ typ, claims, issuer, audience }: Forged): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const payload = { ...claims, iss: issuer, aud: audience, iat: now, exp: now + 50 };
  return `${part({ alg: "none", typ })}.${part(payload)}.`;
}
