import { createPublicKey } from "node:crypto";
import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from "jose";
import * as client from "openid-client";
import { beforeAll, expect, test } from "vitest";
import {
  beginRequest,
  consent,
  letIn,
  publicOrigin,
  registerApp,
  sessionCookie,
  type App,
} from "./support/apps.ts";
import { ask, post, refused } from "./support/ask.ts";
import { keyOf } from "./support/keys.ts";
import { createOrganization } from "./support/offers.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

const whoAmI = "{ me { id } }";
const foreign = await generateKeyPair("ES256", { extractable: true });
const foreignJwk = await exportJWK(foreign.publicKey);

let person: Person;
let app: App;
let good: string;
let claims: JWTPayload;
beforeAll(async () => {
  person = await register("Frida");
  const { id: organizationId } = await createOrganization(person);
  app = await registerApp(person, { organizationId, scopes: ["profile:read", "bookings:read"] });
  good = (await letIn(app, { person, scope: "profile:read" })).token;
  claims = decodeJwt(good);
});

const now = () => Math.floor(Date.now() / 1000);
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const partsOf = (token: string) => token.split(".") as [string, string, string];

/** A token as identity would sign it, with the very key that it signs with. */
async function ours(change: object, header: object = {}): Promise<string> {
  const key = keyOf("identity-access");
  return new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: key.kid ?? "", ...header })
    .sign(await importJWK(key, "ES256"));
}

/** A token that newPerson else signed, whatever its header says of the key. */
function theirs(header: object, of: object = claims): Promise<string> {
  return new SignJWT(of as JWTPayload)
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...header })
    .sign(foreign.privateKey);
}

/** A token signed with the public key as if it were a secret. */
function byPublicKey(secret: string | Uint8Array): Promise<string> {
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: keyOf("identity-access").kid ?? "" })
    .sign(bytes);
}

function publicHalf() {
  const { kty, crv, x = "", y = "" } = keyOf("identity-access");
  const jwk = { kty, crv, x, y };
  const key = createPublicKey({ key: jwk as never, format: "jwk" });
  return { jwk, pem: key.export({ type: "spki", format: "pem" }), x, y };
}

test("the same token, signed by the right key with nothing changed, does open the door", async () => {
  const { data } = await ask({ query: whoAmI, token: await ours({}) });
  expect(data).toEqual({ me: { id: person.accountId } });
});

const kid = () => keyOf("identity-access").kid ?? "";
const elsewhere = "https://elsewhere.example";

test.each<[string, () => string | Promise<string>]>([
  // Signed by nobody.
  ["alg none", () => new UnsecuredJWT(claims).encode()],
  [
    "alg none with our type",
    () => `${encoded({ alg: "none", typ: "at+jwt" })}.${partsOf(good)[1]}.`,
  ],
  ["alg nOnE", () => `${encoded({ alg: "nOnE", typ: "at+jwt" })}.${partsOf(good)[1]}.`],
  ["no signature", () => `${partsOf(good)[0]}.${partsOf(good)[1]}.`],
  ["half a signature", () => good.slice(0, -40)],
  [
    "another token's signature",
    async () => `${good.slice(0, -86)}${(await ours({ jti: "x" })).slice(-86)}`,
  ],
  ["a signature of zeros", () => `${good.slice(0, -86)}${"A".repeat(86)}`],
  // Signed with what everybody knows.
  ["HS256 with the public key as JWK", () => byPublicKey(JSON.stringify(publicHalf().jwk))],
  ["HS256 with the public key as PEM", () => byPublicKey(publicHalf().pem as string)],
  ["HS256 with the point", () => byPublicKey(Buffer.from(publicHalf().x, "base64url"))],
  // Signed by newPerson else.
  ["a foreign key", () => theirs({})],
  ["a foreign key by our name", () => theirs({ kid: kid() })],
  ["a foreign key in its header", () => theirs({ kid: kid(), jwk: foreignJwk })],
  ["a foreign key's address", () => theirs({ kid: kid(), jku: `${elsewhere}/jwks` })],
  ["our own address of keys", () => theirs({ jku: `${publicOrigin()}/oauth/jwks` })],
  ["a foreign certificate's address", () => theirs({ kid: kid(), x5u: `${elsewhere}/cert` })],
  ["a foreign certificate", () => theirs({ kid: kid(), x5c: ["MIIB"] })],
  ["a file for a key", () => theirs({ kid: "../../../../dev/null" })],
  ["a query for a key", () => theirs({ kid: "' UNION SELECT 'x" })],
  // Signed by us, for something else.
  ["an extension that must be understood", () => ours({}, { crit: ["x"], x: 1 }).catch(() => "x")],
  ["type JWT", () => ours({}, { typ: "JWT" })],
  ["no type", () => ours({}, { typ: undefined })],
  ["the type of caller tokens", () => ours({}, { typ: "caller+jwt" })],
  ["the type of manage links", () => ours({}, { typ: "manage+jwt" })],
  ["another audience", () => ours({ aud: elsewhere })],
  ["no audience", () => ours({ aud: undefined })],
  ["an audience with a slash", () => ours({ aud: `${publicOrigin()}/` })],
  ["the app as audience", () => ours({ aud: app.id })],
  ["another issuer", () => ours({ iss: elsewhere })],
  ["no issuer", () => ours({ iss: undefined })],
  ["an issuer with a slash", () => ours({ iss: `${publicOrigin()}/` })],
  ["the end passed", () => ours({ exp: now() - 1 })],
  ["no end", () => ours({ exp: undefined })],
  ["an end that is no number", () => ours({ exp: "tomorrow" })],
  ["not yet", () => ours({ nbf: now() + 60 })],
  ["nobody", () => ours({ sub: undefined })],
  ["no app", () => ours({ client_id: undefined })],
  ["an app that is not there", () => ours({ client_id: crypto.randomUUID() })],
  ["another person's permission", () => ours({ sub: crypto.randomUUID() })],
  ["a permission that was never given", () => ours({ gid: "x" })],
  ["no permission", () => ours({ gid: undefined })],
  ["a key that it is bound to", () => ours({ cnf: { jkt: "x" } })],
  // Not signed at all.
  [
    "more scope, by the old signature",
    () => {
      const [head, , signature] = partsOf(good);
      return `${head}.${encoded({ ...claims, scope: "profile:read bookings:write" })}.${signature}`;
    },
  ],
  ["four parts", () => `${good}.x`],
  ["five parts", () => `${good}.x.y`],
  ["spaces", () => `${good} ${good}`],
  ["nothing", () => "."],
])("a token with %s opens nothing", async (_, make) => {
  const token = await make();
  const headers = { authorization: `Bearer ${token}` };
  expect(await refused({ query: whoAmI, headers })).toBe("UNAUTHENTICATED");
});

test("what else an app holds is no access token", async () => {
  const { verifier, url } = await beginRequest(app, { scope: "openid profile:read" });
  const cookie = await sessionCookie(person);
  const answer = await consent(url, { cookie, ticked: ["profile:read"] });
  const code = answer.searchParams.get("code") ?? "";
  const given = await client.authorizationCodeGrant(app.config, answer, {
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  expect(decodeJwt(given.id_token ?? "")).toMatchObject({ sub: person.accountId });
  for (const [name, token] of Object.entries({
    idToken: given.id_token,
    refreshToken: given.refresh_token,
    code,
    secret: app.secret,
    cookie: cookie.split("=")[1],
  })) {
    const headers = { authorization: `Bearer ${token}` };
    expect([name, await refused({ query: whoAmI, headers })]).toEqual([name, "UNAUTHENTICATED"]);
  }
  // And no cookie, no address and no body brings one.
  const token = given.access_token;
  const asked = { query: whoAmI, headers: { cookie: `__Host-tidbok-session=${token}` } };
  expect((await ask(asked)).data).toEqual({ me: null });
  const inAddress = `${runningPlatform().graphql}?access_token=${token}&query=${encodeURIComponent(whoAmI)}`;
  const headers = { "apollo-require-preflight": "1" };
  expect(await (await fetch(inAddress, { headers })).json()).toMatchObject({ data: { me: null } });
});

test("a token that is bound to a key opens nothing without a proof, by one that was used, or by a stranger's", async () => {
  const keys = await client.randomDPoPKeyPair("ES256", { extractable: true });
  const DPoP = client.getDPoPHandle(app.config, keys);
  const { token } = await letIn(app, { person, scope: "profile:read", DPoP });
  const bare = await post({ query: whoAmI, token });
  expect([bare.status, bare.headers.get("www-authenticate")]).toEqual([
    401,
    'Bearer error="invalid_token"',
  ]);
  const none = await post({ query: whoAmI, headers: { authorization: `DPoP ${token}` } });
  expect(none.headers.get("www-authenticate")).toBe(
    'DPoP algs="ES256", error="invalid_dpop_proof"',
  );
  const nonce = none.headers.get("dpop-nonce") ?? "";
  const proof = async (pair: typeof keys, change: object = {}) => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
    const right = {
      jti: crypto.randomUUID(),
      htm: "POST",
      htu: runningPlatform().graphql,
      ath: Buffer.from(digest).toString("base64url"),
      nonce,
    };
    return new SignJWT({ ...right, ...change })
      .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk: await exportJWK(pair.publicKey) })
      .setIssuedAt()
      .sign(pair.privateKey);
  };
  const send = (dpop: string, as = "DPoP") =>
    post({ query: whoAmI, headers: { authorization: `${as} ${token}`, dpop } });
  const once = await proof(keys);
  expect((await send(once)).status).toBe(200);
  expect((await send(once)).status).toBe(401);
  expect((await send(await proof(keys), "Bearer")).status).toBe(401);
  expect((await send(await proof(await client.randomDPoPKeyPair("ES256")))).status).toBe(401);
  const withoutNonce = await send(await proof(keys, { nonce: undefined }));
  expect(withoutNonce.headers.get("www-authenticate")).toContain('error="use_dpop_nonce"');
  expect((await send(await proof(keys, { htm: "GET" }))).status).toBe(401);
  expect((await send(await proof(keys))).status).toBe(200);
  // And a token that is bound to none takes no proof either.
  const unbound = await post({
    query: whoAmI,
    headers: { authorization: `DPoP ${good}`, dpop: await proof(keys) },
  });
  expect(unbound.status).toBe(401);
});
