import { exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { createTokenKeys } from "./token-keys.ts";

const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: "2027-01" };
const setOf = (...keys: object[]) => JSON.stringify({ keys });

test.each([
  ["no JSON", "secret-canary"],
  ["no set", "{}"],
  ["nothing", "null"],
  ["an empty set", setOf()],
  ["a public key", setOf({ ...(await exportJWK(publicKey)), kid: "canary" })],
  ["a key without an id", setOf(await exportJWK(privateKey))],
  ["two keys of one id", setOf(key, key)],
])("%s is refused, repeated in no word, and leaves the keys of before", (_, text) => {
  expect(() => createTokenKeys(text)).toThrow(/^TOKEN_KEYS_FILE is no JWK set/);
  const keys = createTokenKeys(setOf(key));
  expect(() => keys.replace(text)).toThrow(/^(?!.*canary)/);
  expect(keys.all()).toEqual([key]);
});
