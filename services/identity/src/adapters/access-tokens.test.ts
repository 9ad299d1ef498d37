import { exportJWK, generateKeyPair } from "jose";
import { expect, it } from "vitest";
import { createAccessTokens } from "./access-tokens.ts";

const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });

it.each([
  ["no JSON", "secret-canary"],
  ["no set", "{}"],
  ["nothing", "null"],
  ["an empty set", JSON.stringify({ keys: [] })],
  ["a public key", JSON.stringify({ keys: [await exportJWK(publicKey)] })],
])("does not begin with %s for a key, and repeats nothing of it", async (_, keys) => {
  const made = createAccessTokens({ keys, issuer: "https://book.example" });
  await expect(made).rejects.toThrow(/^TOKEN_KEYS_FILE is no JWK set/);
  await expect(made).rejects.not.toThrow(/canary/);
});

it("names the key that signed, so that keys can be rotated", async () => {
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid: "2027-01" }] });
  const tokens = await createAccessTokens({ keys, issuer: "https://book.example" });
  const claims = { accountId: "a", sessionId: "s", authenticatedAt: 0, now: 0 };
  const [header] = (await tokens.sign(claims)).split(".");
  expect(JSON.parse(Buffer.from(header ?? "", "base64url").toString())).toEqual({
    alg: "ES256",
    typ: "at+jwt",
    kid: "2027-01",
  });
});
