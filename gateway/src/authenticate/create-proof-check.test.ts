import { createHash } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import { createNonces } from "./create-nonces.ts";
import { createProofCheck } from "./create-proof-check.ts";

const token = "an.access.token";
const url = "https://book.example/graphql";
const pair = await generateKeyPair("ES256", { extractable: true });
const jwk = await exportJWK(pair.publicKey);
const thumbprint = await calculateJwkThumbprint(jwk);
const nonces = createNonces(() => ({ kty: "OKP", d: "a secret of a test" }));
const right = {
  jti: "1",
  htm: "POST",
  htu: url,
  ath: createHash("sha256").update(token).digest("base64url"),
};
afterEach(() => {
  vi.useRealTimers();
});

type Change = {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: typeof pair.privateKey;
  readonly issuedAt?: number;
};

async function proof({ claims = {}, header = {}, key = pair.privateKey, issuedAt }: Change = {}) {
  return new SignJWT({ ...right, nonce: nonces.current(), ...claims })
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk, ...header })
    .setIssuedAt(issuedAt)
    .sign(key);
}

/** Why a proof is refused, by a check that has seen none yet; null where it is not. */
async function refusalOf(dpop: string | undefined, check = createProofCheck(nonces)) {
  return check({ dpop, method: "POST", url }, { token, thumbprint }).then(
    () => null,
    (error: unknown) => (error as { refusal?: string }).refusal ?? "failed",
  );
}

const foreign = await generateKeyPair("ES256", { extractable: true });
const ago = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

test("a proof of the key for this request and this token counts, with whatever query", async () => {
  expect(await refusalOf(await proof())).toBeNull();
  expect(await refusalOf(await proof({ claims: { htu: `${url}?query=x#y` } }))).toBeNull();
});

test.each<[string, Change]>([
  ["is for another method", { claims: { htm: "GET" } }],
  ["is for another address", { claims: { htu: "https://book.example/oauth/token" } }],
  ["is for another host", { claims: { htu: "https://elsewhere.example/graphql" } }],
  ["is for no address", { claims: { htu: "graphql" } }],
  ["is for another token", { claims: { ath: "x" } }],
  ["is for no token", { claims: { ath: undefined } }],
  ["has no id", { claims: { jti: undefined } }],
  ["is two minutes old", { issuedAt: ago(120) }],
  ["is from tomorrow", { issuedAt: ago(-86_400) }],
  ["has another type", { header: { typ: "JWT" } }],
  ["shows another key than signed", { header: { jwk: await exportJWK(foreign.publicKey) } }],
  [
    "is of another key than the token",
    { key: foreign.privateKey, header: { jwk: await exportJWK(foreign.publicKey) } },
  ],
  ["shows the private key", { header: { jwk: await exportJWK(pair.privateKey) } }],
  ["shows no key", { header: { jwk: undefined } }],
])("a proof that %s is refused", async (_, change) => {
  expect(await refusalOf(await proof(change))).toBe("invalid_dpop_proof");
});

test("no proof, and what is none, are refused", async () => {
  for (const none of [undefined, "", "x", "a.b.c", `${await proof()}, ${await proof()}`]) {
    expect(await refusalOf(none)).toBe("invalid_dpop_proof");
  }
});

test("a proof counts once, also when it comes ten times at once", async () => {
  const check = createProofCheck(nonces);
  const dpop = await proof();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(dpop, check)));
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  expect(await refusalOf(dpop, check)).toBe("invalid_dpop_proof");
  expect(await refusalOf(await proof({ claims: { jti: "2" } }), check)).toBeNull();
});

test("a proof needs a nonce of ours that is not old", async () => {
  for (const nonce of [
    undefined,
    "",
    "x",
    1,
    nonces.current().replace(/^./, (sign) => (sign === "A" ? "B" : "A")),
  ]) {
    expect(await refusalOf(await proof({ claims: { nonce } }))).toBe("use_dpop_nonce");
  }
  const nonce = nonces.current();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 4 * 60_000 });
  expect(await refusalOf(await proof({ claims: { nonce } }))).toBeNull();
  vi.setSystemTime(Date.now() + 2 * 60_000);
  expect(await refusalOf(await proof({ claims: { nonce } }))).toBe("use_dpop_nonce");
  const others = createNonces(() => ({ kty: "OKP", d: "another secret" }));
  expect(await refusalOf(await proof({ claims: { nonce: others.current() } }))).toBe(
    "use_dpop_nonce",
  );
});
