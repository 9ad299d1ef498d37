import { anonymous, type Caller } from "@tidbok/domain";
import { exportJWK, generateKeyPair, SignJWT, type JWK } from "jose";
import { beforeAll, expect, test } from "vitest";
import { createKeySet } from "./create-token-check.ts";
import {
  createCallerSigner,
  operationHash,
  type SignCaller,
  createCallerVerifier,
  type VerifyCaller,
} from "./caller-tokens.ts";

let privateKey: Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];
let privateJwk: JWK;
let sign: SignCaller;
let verify: VerifyCaller;

beforeAll(async () => {
  const pair = await generateKeyPair("EdDSA", { extractable: true });
  privateKey = pair.privateKey;
  privateJwk = { ...(await exportJWK(pair.privateKey)), kid: "k1" };
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid: "k1" };
  sign = createCallerSigner(() => privateJwk);
  verify = createCallerVerifier({ keys: createKeySet({ keys: [publicJwk] }), audience: "billing" });
});

const account: Caller = {
  kind: "account",
  accountId: "a",
  sessionId: "s",
  isFresh: false,
  memberships: [{ organizationId: "o", role: "OWNER" }],
  purpose: "provide.schedule",
};

test("a caller arrives as it was sent, the second time from memory", async () => {
  const token = await sign(account, "billing");
  expect(await verify(token)).toEqual({ caller: account });
  expect(await verify(token)).toEqual({ caller: account });
  expect(await sign(account, "billing")).toBe(token);
});

test("where a request comes from travels beside the caller, and tokens are not mixed up", async () => {
  const origin = {
    network: "203.0.113.0/24",
    deviceType: "PHONE",
    browserFamily: "FIREFOX",
  } as const;
  const token = await sign(account, "billing", { origin });
  expect(await verify(token)).toEqual({ caller: account, origin });
  expect(await verify(await sign(account, "billing"))).toEqual({ caller: account });
});

test("a network that must only be counted travels as a fingerprint, the same each time", async () => {
  const told = async (network: string) => {
    const token = await sign(account, "billing", { network });
    expect(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).not.toContain(
      "203.0.113",
    );
    return (await verify(token)).network;
  };
  const one = await told("203.0.113.0/24");
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(await told("203.0.113.0/24")).toBe(one);
  expect(await told("198.51.100.0/24")).not.toBe(one);
});

test("a token names its operation by a hash, and another operation has another token", async () => {
  const token = await sign(account, "billing", { operation: "{ a }" });
  expect(await verify(token)).toEqual({ caller: account, operation: operationHash("{ a }") });
  expect(await sign(account, "billing", { operation: "{ a }" })).toBe(token);
  expect(await sign(account, "billing", { operation: "{ b }" })).not.toBe(token);
});

test("a token for another service is refused", async () => {
  await expect(verify(await sign(anonymous, "identity"))).rejects.toThrow();
});

const token = (header: object, claims: object = {}) =>
  new SignJWT({ caller: account, ...claims })
    .setProtectedHeader({ alg: "EdDSA", typ: "caller+jwt", kid: "k1", ...header })
    .setIssuer("gateway")
    .setAudience("billing");

test("an expired token, one of another type, and one that lives too long are refused", async () => {
  const now = Math.floor(Date.now() / 1000);
  const old = token({})
    .setIssuedAt(now - 120)
    .setExpirationTime(now - 60);
  const foreign = token({ typ: "at+jwt" }).setIssuedAt().setExpirationTime("60s");
  const long = token({})
    .setIssuedAt(now - 3600)
    .setExpirationTime("1h");
  for (const each of [old, foreign, long]) {
    await expect(verify(await each.sign(privateKey))).rejects.toThrow();
  }
});

test("a token without a signature, or signed with the public key as a secret, is refused", async () => {
  const body = Buffer.from(JSON.stringify({ caller: account, aud: "billing" })).toString(
    "base64url",
  );
  const none = Buffer.from('{"alg":"none","typ":"caller+jwt"}').toString("base64url");
  await expect(verify(`${none}.${body}.`)).rejects.toThrow();
  const secret = new TextEncoder().encode(JSON.stringify({ ...privateJwk, d: undefined }));
  const forged = new SignJWT({ caller: account })
    .setProtectedHeader({ alg: "HS256", typ: "caller+jwt" })
    .setIssuer("gateway")
    .setAudience("billing")
    .setIssuedAt()
    .setExpirationTime("60s");
  await expect(verify(await forged.sign(secret))).rejects.toThrow();
});
