import { anonymous, type Caller } from "@tidbok/domain";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  callerOf,
  codeOf,
  form,
  gateway,
  logIn,
  newPerson,
  password,
  startIdentity,
  told,
  type Identity,
} from "./start-identity.ts";

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
const sessionOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as { sid: string })
    .sid;

describe("logging in", () => {
  it("gives a browser a cookie beside the answer, and nothing in it", async () => {
    await newPerson(identity, { email: "browser@example.test" });
    const { value, session } = await enter("browser@example.test", { delivery: "COOKIE" });
    expect(value.tokens).toBeNull();
    expect(session).toEqual({
      cookie: expect.stringMatching(/^[\w-]{43}$/) as string,
      maxAgeSeconds: 90 * 86_400,
    });
    const { caller, id } = await callerOf(identity, session.cookie);
    const { data } = await identity.ask(
      caller,
      "{ me { id displayName name email timeZone locale isEmailVerified memberships { role } } }",
    );
    expect(data.me).toEqual({
      id,
      displayName: "Astrid Lindqvist",
      name: "Astrid Lindqvist",
      email: "browser@example.test",
      timeZone: "Europe/Stockholm",
      locale: "sv",
      isEmailVerified: true,
      memberships: [],
    });
  });

  it("gives an app tokens that the public keys prove, and shows who logged in", async () => {
    const { id } = await newPerson(identity, { email: "app@example.test" });
    const { value, answer } = await enter("app@example.test");
    expect(answer.extensions?.["session"]).toBeUndefined();
    expect(value.account).toEqual({ id, email: "app@example.test" });
    const { d: _, ...publicKey } = identity.tokenKey;
    const { payload, protectedHeader } = await jwtVerify(
      value.tokens.accessToken as string,
      createLocalJWKSet({ keys: [publicKey] }),
      {
        typ: "at+jwt",
        algorithms: ["ES256"],
        issuer: "https://book.tidbok.example",
        audience: "https://book.tidbok.example",
        currentDate: new Date(identity.clock.now),
      },
    );
    expect(protectedHeader.kid).toBe("test");
    expect(payload).toMatchObject({ sub: id, client_id: "tidbok", auth_time: payload.iat });
    expect(payload.exp).toBe((payload.iat ?? 0) + 600);
    expect(Object.keys(payload).sort()).toEqual(
      ["aud", "auth_time", "client_id", "exp", "iat", "iss", "jti", "sid", "sub"].sort(),
    );
  });

  it("says the same of a wrong password and an unknown address, after the same work", async () => {
    await newPerson(identity, { email: "quiet@example.test" });
    const known = await enter("quiet@example.test", { password: "not the password" });
    const unknown = await enter("nobody@example.test", { password: "not the password" });
    expect(known.code).toBe("LOGIN_FAILED");
    expect(known.answer).toEqual(unknown.answer);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 4; round++) {
      times.known.push(await timed(() => enter("quiet@example.test", { password: "wrong" })));
      times.unknown.push(await timed(() => enter("nobody@example.test", { password: "wrong" })));
    }
    const [a, b] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.abs(a - b)).toBeLessThan(Math.max(a, b) * 0.6);
  });

  it("does not say that an address waits for verification without the password", async () => {
    await identity.mutate(anonymous, ["signUp", "nextStep"], form("waiting@example.test"));
    expect((await enter("waiting@example.test", { password: "wrong" })).code).toBe("LOGIN_FAILED");
    expect((await enter("waiting@example.test")).code).toBe("EMAIL_NOT_VERIFIED");
  });

  it("is limited by address, known or not, and however many guess at once", async () => {
    await newPerson(identity, { email: "guessed@example.test" });
    for (const email of ["guessed@example.test", "unknown@example.test"]) {
      const answers = await Promise.all(
        Array.from({ length: 14 }, () => enter(email, { password: "a guess" })),
      );
      const codes = answers.map(({ code }) => code);
      expect(codes.filter((code) => code === "LOGIN_FAILED")).toHaveLength(10);
      expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(4);
      const refused = answers.find(({ code }) => code === "RATE_LIMITED")?.answer.errors?.[0];
      expect(refused?.extensions["retryAfterSeconds"]).toBeGreaterThan(800);
    }
    expect((await enter("guessed@example.test")).code).toBe("RATE_LIMITED");
  });

  it("does not count log-ins that succeed", async () => {
    await newPerson(identity, { email: "often@example.test" });
    for (let round = 0; round < 12; round++) {
      expect((await enter("often@example.test")).code).toBeUndefined();
    }
  });

  it("names all mistakes at once", async () => {
    const { answer } = await enter("x", { password: "x".repeat(401) });
    const problems = answer.errors?.[0]?.extensions["problems"] as { path: string }[];
    expect(problems.map(({ path }) => path).sort()).toEqual(["email", "password"]);
  });
});

describe("refreshing", () => {
  it("gives new tokens each time, and ends the session when one comes twice", async () => {
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

  it("leaves one live token at most when ten come at once", async () => {
    await newPerson(identity, { email: "race@example.test" });
    const { refreshToken } = (await enter("race@example.test")).value.tokens;
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    const got = answers.filter(({ code }) => code === undefined);
    expect(got.length).toBeLessThanOrEqual(1);
    for (const { code } of answers) expect([undefined, "SESSION_ENDED"]).toContain(code);
    const after = await Promise.all(got.map(({ value }) => refresh(value.refreshToken as string)));
    expect(after.filter(({ code }) => code === undefined)).toEqual([]);
  });

  it.each(["", "x", "\0", "a".repeat(200)])("refuses %j like any other", async (token) => {
    expect((await refresh(token)).code).toBe("SESSION_ENDED");
  });
});

describe("a session", () => {
  it("ends by logging out, at once and for good; again changes nothing", async () => {
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

  it("is listed for its person, and can be ended from another device", async () => {
    const phone = await newPerson(identity, { email: "devices@example.test" });
    const laptop = await logIn(identity, "devices@example.test");
    const list = async (caller: Caller) =>
      (
        await identity.ask(
          caller,
          "{ sessions(first: 1) { nodes { id isCurrent delivery } pageInfo { hasNextPage endCursor } } }",
        )
      ).data.sessions;
    const { nodes, pageInfo } = await list(laptop.caller);
    expect(nodes).toEqual([{ id: laptop.sessionId, isCurrent: true, delivery: "COOKIE" }]);
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

  it("ends after 14 days unused and after 90 in all", async () => {
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

  it("is known to the gateway alone", async () => {
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

describe("changing the password", () => {
  it("takes the old one, ends all other sessions and keeps this one", async () => {
    const here = await newPerson(identity, { email: "change@example.test" });
    const there = await logIn(identity, "change@example.test");
    const change = (currentPassword: string, newPassword: string) =>
      identity.mutate(here.caller, ["changePassword", "id"], { currentPassword, newPassword });
    expect((await change("wrong", "another good one")).code).toBe("WRONG_PASSWORD");
    expect((await change(password, "change@example.test")).code).toBe("INVALID_INPUT");
    expect((await change(password, "another good one")).code).toBeUndefined();
    expect((await callerOf(identity, here.cookie)).id).toBe(here.id);
    await expect(callerOf(identity, there.cookie)).rejects.toThrow();
    expect((await enter("change@example.test")).code).toBe("LOGIN_FAILED");
    const fresh = await enter("change@example.test", { password: "another good one" });
    expect(fresh.code).toBeUndefined();
  });
});

describe("a profile", () => {
  it("is changed field by field by its person, and takes nothing else", async () => {
    const { caller } = await newPerson(identity, { email: "profile@example.test" });
    const update = (who: Caller, input: object) =>
      identity.mutate(who, ["updateProfile", "displayName timeZone locale email"], input);
    expect((await update(caller, { name: "Astrid Berg", timeZone: "Asia/Tokyo" })).value).toEqual({
      displayName: "Astrid Berg",
      timeZone: "Asia/Tokyo",
      locale: "sv",
      email: "profile@example.test",
    });
    expect((await update(caller, { name: null, locale: "en" })).value.displayName).toBe(
      "Astrid Berg",
    );
    expect((await update(caller, { name: " ", timeZone: "CET+1" })).code).toBe("INVALID_INPUT");
    expect((await update(caller, { email: "other@example.test" })).code).toBe("BAD_REQUEST");
    expect((await update(anonymous, { name: "X" })).code).toBe("UNAUTHENTICATED");
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
