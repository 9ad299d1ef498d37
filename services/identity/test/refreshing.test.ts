import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
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

    expect((await refresh(first.refreshToken)).code).toBe("SESSION_ENDED");
    expect((await refresh(third.refreshToken)).code).toBe("SESSION_ENDED");
    const sessionId = sessionOf(first.accessToken);
    expect(await told(identity, "identity.session.ended")).toContainEqual({
      sessionId,
      accountId: first.accountId,
    });
    expect((await accountCaller(first.accountId, sessionId)).data.accountCaller).toBeNull();
  });

  test("leaves one live token at most when ten come at once", async () => {
    await newPerson(identity, { email: "race@example.test" });
    const { refreshToken } = (await enter("race@example.test")).value.tokens;
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    const got = answers.filter(({ code }) => code === undefined);
    expect(got.length).toBeLessThanOrEqual(1);
    for (const { code } of answers) expect([undefined, "SESSION_ENDED"]).toContain(code);
    const after = await Promise.all(got.map(({ value }) => refresh(value.refreshToken as string)));
    expect(after.filter(({ code }) => code === undefined)).toEqual([]);
  });

  test.each(["", "x", "\0", "a".repeat(200)])("refuses %j like any other", async (token) => {
    expect((await refresh(token)).code).toBe("SESSION_ENDED");
  });
});
