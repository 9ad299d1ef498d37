import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  codeOf,
  gateway,
  logIn,
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
const accountCaller = async (accountId: string, sessionId: string, caller: Caller = gateway) =>
  identity.ask(
    caller,
    "query ($a: ID!, $s: ID!) { accountCaller(accountId: $a, sessionId: $s) { accountId } }",
    { a: accountId, s: sessionId },
  );

describe("a session", () => {
  test("ends by logging out, at once and for good; again changes nothing", async () => {
    const { caller, cookie, id, sessionId } = await newPerson(identity, {
      email: "leaving@example.test",
    });
    const before = (await told(identity, "identity.session.ended")).length;
    for (const who of [caller, caller, anonymous]) {
      const { data, extensions } = await identity.ask(who, "mutation { logOut { isLoggedOut } }");
      expect(data.logOut).toEqual({ isLoggedOut: true });
      expect(extensions?.["session"]).toEqual({ cookie: null, maxAgeSeconds: 0 });
    }
    await expect(callerOf(identity, cookie)).rejects.toThrow();
    expect((await accountCaller(id, sessionId)).data.accountCaller).toBeNull();
    expect((await told(identity, "identity.session.ended")).length).toBe(before + 1);
  });

  test("is listed for its person, and can be ended from another device", async () => {
    const phone = await newPerson(identity, { email: "devices@example.test" });
    const laptop = await logIn(identity, "devices@example.test");
    const list = async (caller: Caller) =>
      (
        await identity.ask(
          caller,
          "{ sessions(first: 1) { nodes { id isCurrent delivery methods } pageInfo { hasNextPage endCursor } } }",
        )
      ).data.sessions;
    const { nodes, pageInfo } = await list(laptop.caller);
    expect(nodes).toEqual([
      { id: laptop.sessionId, isCurrent: true, delivery: "COOKIE", methods: ["PASSWORD"] },
    ]);
    const { data } = await identity.ask(
      laptop.caller,
      "query ($after: String) { sessions(after: $after) { nodes { id isCurrent } } }",
      { after: pageInfo.endCursor },
    );
    expect(data.sessions.nodes).toEqual([{ id: phone.sessionId, isCurrent: false }]);
    expect(await list(anonymous)).toBeNull();

    const end = (caller: Caller, sessionId: string) =>
      identity.mutate(caller, ["endSession", "id"], { sessionId });
    const stranger = await newPerson(identity, { email: "stranger@example.test" });
    expect((await end(stranger.caller, phone.sessionId)).code).toBe("NOT_FOUND");
    expect((await end(laptop.caller, phone.sessionId)).code).toBeUndefined();
    await expect(callerOf(identity, phone.cookie)).rejects.toThrow();
    expect((await callerOf(identity, laptop.cookie)).id).toBe(laptop.id);
  });

  test("ends after 14 days unused and after 90 in all", async () => {
    const { cookie } = await newPerson(identity, { email: "idle@example.test" });
    const { value } = await enter("idle@example.test");
    const day = 86_400_000;
    const start = identity.clock.now;
    let token = value.tokens.refreshToken as string;
    for (let passed = 13; passed < 90; passed += 13) {
      identity.clock.now = start + passed * day;
      expect((await callerOf(identity, cookie)).id).toBeTruthy();
      token = (await refresh(token)).value.refreshToken as string;
    }
    identity.clock.now = start + 90 * day;
    await expect(callerOf(identity, cookie)).rejects.toThrow();
    expect((await refresh(token)).code).toBe("SESSION_ENDED");
    const again = await logIn(identity, "idle@example.test");
    identity.clock.now += 14 * day;
    await expect(callerOf(identity, again.cookie)).rejects.toThrow();
  });

  test("is known to the gateway alone", async () => {
    const { caller, cookie, id, sessionId } = await newPerson(identity, {
      email: "gated@example.test",
    });
    const others: Caller[] = [
      caller,
      anonymous,
      { kind: "service", service: "gateway", purpose: "provide.schedule" },
      { kind: "service", service: "scheduling", purpose: "security" },
    ];
    for (const other of others) {
      expect(codeOf(await accountCaller(id, sessionId, other))).toBe("NOT_FOUND");
      const answer = await identity.ask(
        other,
        "query ($token: String!) { sessionCaller(input: { token: $token }) { accountId } }",
        { token: cookie },
      );
      expect(codeOf(answer)).toBe("NOT_FOUND");
      expect(answer.data?.sessionCaller ?? null).toBeNull();
    }
    expect((await accountCaller(sessionId, sessionId)).data.accountCaller).toBeNull();
    expect(codeOf(await accountCaller("x", "y"))).toBe("INVALID_INPUT");
  });
});
