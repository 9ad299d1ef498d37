import { anonymous } from "@tidbok/domain";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  form,
  newPerson,
  password,
  startIdentity,
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

describe("logging in", () => {
  test("gives a browser a cookie beside the answer, and nothing in it", async () => {
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

  test("gives an app tokens that the public keys prove, and shows who logged in", async () => {
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

  test("says the same of a wrong password and an unknown address, after the same work", async () => {
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
    expect(Math.abs(a - b)).toBeLessThan(Math.max(a, b) * 0.75);
  });

  test("does not say that an address waits for verification without the password", async () => {
    await identity.mutate(anonymous, ["signUp", "nextStep"], form("waiting@example.test"));
    expect((await enter("waiting@example.test", { password: "wrong" })).code).toBe("LOGIN_FAILED");
    expect((await enter("waiting@example.test")).code).toBe("EMAIL_NOT_VERIFIED");
  });

  test("is limited by address, known or not, and however many guess at once", async () => {
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

  test("does not count log-ins that succeed", async () => {
    await newPerson(identity, { email: "often@example.test" });
    for (let round = 0; round < 12; round++) {
      expect((await enter("often@example.test")).code).toBeUndefined();
    }
  });

  test("names all mistakes at once", async () => {
    const { answer } = await enter("x", { password: "x".repeat(401) });
    const problems = answer.errors?.[0]?.extensions["problems"] as { path: string }[];
    expect(problems.map(({ path }) => path).sort()).toEqual(["email", "password"]);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
