import { exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { createAccessTokens } from "./access-tokens.ts";
import { createTokenKeys } from "./token-keys.ts";

const { privateKey } = await generateKeyPair("ES256", { extractable: true });
const setOf = async (...ids: string[]) => {
  const jwk = await exportJWK(privateKey);
  return JSON.stringify({ keys: ids.map((kid) => ({ ...jwk, kid })) });
};

test("names the key that signed, and signs with another as soon as there is one", async () => {
  const keys = createTokenKeys(await setOf("2027-01", "2027-02"));
  const tokens = createAccessTokens({ keys, issuer: "https://book.example" });
  const headerOfNext = async () => {
    const claims = { accountId: "a", sessionId: "s", authenticatedAt: 0, now: 0 };
    const [header] = (await tokens.sign(claims)).split(".");
    return JSON.parse(Buffer.from(header ?? "", "base64url").toString()) as object;
  };
  expect(await headerOfNext()).toEqual({ alg: "ES256", typ: "at+jwt", kid: "2027-01" });
  keys.replace(await setOf("2027-02", "2027-01"));
  expect(await headerOfNext()).toMatchObject({ kid: "2027-02" });
});
