import { exportJWK, generateKeyPair, SignJWT, type JWK } from "jose";
import { beforeEach, expect, test, vi } from "vitest";
import {
  createKeySet,
  type KeySet,
  createTokenCheck,
  type TokenCheck,
} from "./create-token-check.ts";

const pair = await generateKeyPair("ES256", { extractable: true });
const jwk: JWK = { ...(await exportJWK(pair.publicKey)), kid: "old", alg: "ES256" };
const next: JWK = {
  ...(await exportJWK((await generateKeyPair("ES256", { extractable: true })).publicKey)),
  kid: "next",
  alg: "ES256",
};
const signed = (expires: string | null) => {
  const token = new SignJWT({ sub: "anna" }).setProtectedHeader({ alg: "ES256", kid: "old" });
  return (expires === null ? token : token.setExpirationTime(expires)).sign(pair.privateKey);
};

let keys: KeySet;
let check: TokenCheck<{ sub?: string }>;
beforeEach(() => {
  vi.useRealTimers();
  keys = createKeySet({ keys: [jwk] });
  check = createTokenCheck({ keys, options: { algorithms: ["ES256"] } });
});

test("a token that held is not verified again while it lasts", async () => {
  const token = await signed("1m");
  expect(await check(token)).toBe(await check(token));
  expect(await check(token)).toMatchObject({ sub: "anna" });
});

test("what is remembered of a token ends with it", async () => {
  const token = await signed("1s");
  await check(token);
  await vi.waitFor(() => expect(check(token)).rejects.toThrow(/exp/), { timeout: 3_000 });
});

test("a token counts no more once its key is gone, however often it was seen", async () => {
  const token = await signed("1m");
  await check(token);
  keys.replace({ keys: [jwk, next] });
  await check(token);
  keys.replace({ keys: [next] });
  await expect(check(token)).rejects.toThrow();
});

test("a token for ever is none", async () => {
  await expect(check(await signed(null))).rejects.toThrow(/exp/);
});

test("what is no set of keys replaces nothing", async () => {
  expect(() => keys.replace({} as never)).toThrow();
  await check(await signed("1m"));
});

test.each([
  ["was issued two seconds from now", { iat: 2, exp: 60 }, true],
  ["begins two seconds from now", { nbf: 2, exp: 60 }, true],
  ["was issued ten seconds from now", { iat: 10, exp: 60 }, false],
  ["begins ten seconds from now", { nbf: 10, exp: 60 }, false],
  ["expired two seconds ago", { iat: -30, exp: -2 }, false],
  ["expires now", { iat: -30, exp: 0 }, false],
])("a token that %s by this clock is judged so", async (_, ages, holds) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = Object.fromEntries(Object.entries(ages).map(([name, age]) => [name, now + age]));
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", kid: "old" })
    .sign(pair.privateKey);
  const ofCallers = createTokenCheck({
    keys,
    options: { algorithms: ["ES256"], ...("iat" in ages && { maxTokenAge: 60 }) },
  });
  expect(
    await ofCallers(token).then(
      () => true,
      () => false,
    ),
  ).toBe(holds);
});
