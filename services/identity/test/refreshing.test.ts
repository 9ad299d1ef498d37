import { anonymous, type Caller, type Origin } from "@tidbok/domain";
import { asker } from "@tidbok/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retention } from "../src/retention/domain/retention.ts";
import { openStore } from "./support/open-store.ts";
import {
  codeOf,
  gateway,
  newPerson,
  password,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const tokenFields = "accountId accessToken accessTokenLifetimeSeconds refreshToken";
const enter = (email: string, change: object = {}) =>
  identity.mutate(anonymous, ["logIn", `account { id email } tokens { ${tokenFields} }`], {
    email,
    password,
    delivery: "TOKENS",
    ...change,
  });
const refresh = (refreshToken: string) =>
  identity.mutate(anonymous, ["refreshSession", tokenFields], { refreshToken });
const phone: Origin = { network: "203.0.113.0/24", deviceType: "PHONE", browserFamily: "FIREFOX" };
const refreshFrom = async (origin: Origin, refreshToken: string) => {
  const query = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${tokenFields} } }`;
  const variables = { input: { refreshToken } };
  const answer = await asker(identity.service.app, "identity")(anonymous, {
    query,
    variables,
    origin,
  });
  return { value: answer.data?.refreshSession, code: codeOf(answer) };
};
const newToken = async (name: string) => {
  await newPerson(identity, { email: `${name}@example.test` });
  return (await enter(`${name}@example.test`)).value.tokens.refreshToken as string;
};
const sessionOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { sid: string })
    .sid;
const accountCaller = async (accountId: string, sessionId: string, caller: Caller = gateway) =>
  identity.ask(
    caller,
    "query ($a: ID!, $s: ID!) { accountCaller(accountId: $a, sessionId: $s) { accountId } }",
    { a: accountId, s: sessionId },
  );

describe("refreshing", () => {
  test("gives new tokens each time, and ends the session when one comes twice", async () => {
    await newPerson(identity, { email: "family@example.test" });
    const { value } = await enter("family@example.test");
    const first = value.tokens;
    const second = (await refresh(first.refreshToken)).value;
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = (await refresh(second.refreshToken)).value;
    expect(sessionOf(third.accessToken)).toBe(sessionOf(first.accessToken));

    identity.clock.now += 10_000;
    expect((await refresh(first.refreshToken)).code).toBe("SESSION_ENDED");
    expect((await refresh(third.refreshToken)).code).toBe("SESSION_ENDED");
    const sessionId = sessionOf(first.accessToken);
    expect(await told(identity, "identity.session.ended")).toContainEqual({
      sessionId,
      accountId: first.accountId,
    });
    expect((await accountCaller(first.accountId, sessionId)).data.accountCaller).toBeNull();
  });

  test("gives two tabs that refresh at once a pair each, of one family, and both go on", async () => {
    const token = await newToken("tabs");
    const answers = await Promise.all([refresh(token), refresh(token)]);
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined]);
    const [one, two] = answers.map(({ value }) => value);
    expect(one.refreshToken).not.toBe(two.refreshToken);
    expect(sessionOf(one.accessToken)).toBe(sessionOf(two.accessToken));
    for (const { refreshToken } of [one, two]) {
      expect((await refresh(refreshToken)).code).toBeUndefined();
    }
  });

  test("gives the pair of a lost answer once more within ten seconds, and never a third time", async () => {
    const token = await newToken("lost");
    const first = (await refresh(token)).value;
    identity.clock.now += 9_999;
    const second = await refresh(token);
    expect(second.code).toBeUndefined();
    expect((await refresh(token)).code).toBe("SESSION_ENDED");
    for (const { refreshToken } of [first, second.value]) {
      expect((await refresh(refreshToken)).code).toBe("SESSION_ENDED");
    }
  });

  test.each<[string, Partial<Origin>]>([
    ["another network", { network: "198.51.100.0/24" }],
    ["a network that is not known", { network: null }],
    ["another device", { deviceType: "COMPUTER" }],
    ["another browser", { browserFamily: "CHROME" }],
  ])("ends the family where the token comes again from %s", async (name, change) => {
    const token = await newToken(`moved-${name.replaceAll(" ", "-")}`);
    const { value } = await refreshFrom(phone, token);
    expect((await refreshFrom({ ...phone, ...change }, token)).code).toBe("SESSION_ENDED");
    expect((await refreshFrom(phone, value.refreshToken)).code).toBe("SESSION_ENDED");
  });

  test.each([3, 10])("ends the family when %i come with one token at once", async (count) => {
    const token = await newToken(`race-${count}`);
    const answers = await Promise.all(Array.from({ length: count }, () => refresh(token)));
    const got = answers.filter(({ code }) => code === undefined);
    expect(got.length).toBeLessThanOrEqual(2);
    for (const { code } of answers) expect([undefined, "SESSION_ENDED"]).toContain(code);
    const after = await Promise.all(got.map(({ value }) => refresh(value.refreshToken as string)));
    expect(after.filter(({ code }) => code === undefined)).toEqual([]);
  });

  test("forgets from where a token was used as soon as it may not come again", async () => {
    const token = await newToken("forgotten");
    await refreshFrom(phone, token);
    const known = async () =>
      (await identity.sql.query("SELECT FROM refresh_token WHERE used_from IS NOT NULL")).rowCount;
    expect(await known()).toBeGreaterThan(0);
    const { store, close } = await openStore(identity);
    const limits = retention({ unverifiedDays: 7, endedDays: 30 }, identity.clock.now + 10_001);
    await store.transaction((inner) => inner.stale.removeRefreshOrigins(limits));
    expect(await known()).toBe(0);
    await close();
  });

  test.each(["", "x", "\0", "a".repeat(200)])("refuses %j like any other", async (token) => {
    expect((await refresh(token)).code).toBe("SESSION_ENDED");
  });
});
