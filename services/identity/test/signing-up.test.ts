import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  form,
  type Identity,
  newestMail,
  newPerson,
  startIdentity,
  told,
} from "./support/start-identity.ts";

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const signUp = (email: string, change = {}) =>
  identity.mutate(anonymous, ["signUp", "nextStep"], form(email, change));
const verifiedFields =
  "account { id displayName email } tokens { accessToken refreshToken } secondStep { token }";
const verify = (token: string, more: object = {}) =>
  identity.mutate(anonymous, ["verifyEmail", verifiedFields], { token, ...more });
const logIn = (email: string, password: string) =>
  identity.mutate(anonymous, ["logIn", "account { id }"], { email, password, delivery: "COOKIE" });
const asked = () => told(identity, "identity.email-verification.requested");

describe("signing up", () => {
  test("leads by a mail to an account that can log in", async () => {
    expect((await signUp("ada@example.test")).value).toEqual({ nextStep: "CHECK_MAIL" });
    const mail = await newestMail(identity);
    expect(mail).toMatchObject({
      kind: "SIGN_UP",
      email: "ada@example.test",
      locale: "sv",
      name: "Astrid Lindqvist",
    });
    expect(mail.link).toMatch(/^https:\/\/book\.tidbok\.example\/verify#/);

    const before = await logIn("ada@example.test", form("").password);
    expect(before.code).toBe("EMAIL_NOT_VERIFIED");
    const { account: value } = (await verify(mail.token)).value;
    // The link shows who reads the mail, not who holds the password.
    expect(value).toMatchObject({ displayName: "Astrid Lindqvist", email: null });
    expect((await logIn("Ada@Example.test", form("").password)).value.account.id).toBe(value.id);

    expect(await told(identity, "identity.account.registered")).toEqual([
      { accountId: value.id, policyVersion: "1" },
    ]);
    expect(await told(identity, "identity.account.verified")).toEqual([{ accountId: value.id }]);
  });

  test("answers the same for an address that has an account, and mails something else there", async () => {
    await newPerson(identity, { email: "taken@example.test" });
    const known = await signUp("taken@example.test", {
      name: "Somebody Else",
      password: "a stranger's choice",
    });
    const mail = await newestMail(identity);
    const unknown = await signUp("fresh@example.test");
    expect(known.answer).toEqual(unknown.answer);
    expect(mail).toMatchObject({ kind: "ALREADY_REGISTERED", name: "Astrid Lindqvist" });
    expect(mail.link).toBe("https://book.tidbok.example/log-in");
    expect((await logIn("taken@example.test", "a stranger's choice")).code).toBe("LOGIN_FAILED");
  });

  test("is safe to send again with the same key", async () => {
    const before = (await asked()).length;
    const key = { idempotencyKey: "attempt-0001" };
    const answers = await Promise.all([1, 2, 3].map(() => signUp("again@example.test", key)));
    answers.push(await signUp("again@example.test", key));
    for (const { value } of answers) expect(value).toEqual({ nextStep: "CHECK_MAIL" });
    expect((await asked()).length).toBe(before + 1);
    const other = await signUp("again@example.test", { ...key, locale: "en" });
    expect(other.code).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  test("makes one account of an address that signs up many times at once", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => signUp("many@example.test")));
    for (const { code } of answers) expect(code).toBeUndefined();
    const accounts = (await asked()).slice(-4).map(({ accountId }) => accountId);
    expect(new Set(accounts).size).toBe(1);
  });

  test("gives the account the password of the form whose mail was read, not of a stranger's before it", async () => {
    await signUp("squat@example.test", { password: "the squatter's own", name: "Squatter" });
    const squatter = await newestMail(identity);
    await signUp("squat@example.test", { password: "the real owner's" });
    const owner = await newestMail(identity);
    await signUp("squat@example.test", { password: "the squatter's again", name: "Squatter" });
    expect((await verify(owner.token)).value.account.displayName).toBe("Astrid Lindqvist");
    expect((await verify(squatter.token)).code).toBe("LINK_INVALID");
    expect((await logIn("squat@example.test", "the real owner's")).code).toBeUndefined();
    expect((await logIn("squat@example.test", "the squatter's own")).code).toBe("LOGIN_FAILED");
    expect((await logIn("squat@example.test", "the squatter's again")).code).toBe("LOGIN_FAILED");
  });

  test("sends the mail again, five times an hour, and answers the same for everybody", async () => {
    await signUp("lost@example.test");
    const resend = (email: string) =>
      identity.mutate(anonymous, ["resendVerification", "nextStep"], { email });
    const before = (await asked()).length;
    for (let round = 0; round < 7; round++) {
      expect((await resend("lost@example.test")).value).toEqual({ nextStep: "CHECK_MAIL" });
    }
    expect((await resend("nobody@example.test")).value).toEqual({ nextStep: "CHECK_MAIL" });
    expect((await asked()).length).toBe(before + 4);
    expect((await verify((await newestMail(identity)).token)).code).toBeUndefined();
  });
});

describe("a verification link", () => {
  test("may be followed twice, and only for a day", async () => {
    await signUp("twice@example.test");
    const { token } = await newestMail(identity);
    const answers = await Promise.all([verify(token), verify(token)]);
    answers.push(await verify(token));
    expect(new Set(answers.map(({ value }) => value.account.id)).size).toBe(1);

    await signUp("late@example.test");
    const late = await newestMail(identity);
    identity.clock.now += 24 * 3_600_000;
    expect((await verify(late.token)).code).toBe("LINK_EXPIRED");
  });

  test("logs in at its first visit, by a cookie or by tokens, and at no later one", async () => {
    await signUp("straight-in@example.test");
    const { token } = await newestMail(identity);
    const visits = await Promise.all([1, 2].map(() => verify(token, { delivery: "COOKIE" })));
    visits.push(await verify(token, { delivery: "COOKIE" }));
    const sessions = visits.flatMap(({ session }) => session ?? []);
    expect(sessions).toHaveLength(1);
    const { id } = await callerOf(identity, sessions[0]?.cookie ?? "");
    for (const { value, session } of visits) {
      // Only the visit that logs in is its own person's; to another one the address stays hidden.
      const email = session ? "straight-in@example.test" : null;
      expect(value).toMatchObject({ account: { id, email }, tokens: null, secondStep: null });
    }

    await signUp("by-tokens@example.test");
    const other = (await newestMail(identity)).token;
    const { value, session } = await verify(other, { delivery: "TOKENS" });
    expect(value.tokens.refreshToken).toBeTruthy();
    expect(session).toBeUndefined();
    expect((await verify(other, { delivery: "TOKENS" })).value.tokens).toBeNull();
    const { rows } = await identity.sql.query(
      "SELECT methods FROM session WHERE account_id = ANY($1)",
      [[id, value.account.id]],
    );
    expect(rows).toEqual([{ methods: ["LINK"] }, { methods: ["LINK"] }]);
  });

  test("is worth nothing when it was made up", async () => {
    await signUp("forged@example.test");
    const { token } = await newestMail(identity);
    for (const forged of ["", "x", `${token.slice(0, -2)}AA`, token.replace(/^./, "f"), "\0"]) {
      expect((await verify(forged)).code).toBe("LINK_INVALID");
    }
  });
});

describe("a sign-up that is refused", () => {
  test("names all mistakes at once, each with its path and none with what was sent", async () => {
    const { answer } = await signUp("no address", {
      name: "Eve\u202Enoitartsinimda",
      password: "short",
      timeZone: "Mars/Olympus",
      locale: "xx",
      acceptedPolicyVersion: "1".repeat(41),
      idempotencyKey: "a b",
    });
    const { problems } = answer.errors?.[0]?.extensions as unknown as {
      problems: { path: string; code: string }[];
    };
    expect(problems.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      "acceptedPolicyVersion TOO_LARGE",
      "email WRONG_FORMAT",
      "idempotencyKey TOO_SMALL",
      "idempotencyKey WRONG_FORMAT",
      "locale NOT_OFFERED",
      "name CONTROL_CHARACTER",
      "password TOO_SMALL",
      "timeZone UNKNOWN_TIME_ZONE",
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/Mars|short|no address/);
  });

  test.each([
    ["INVALID_INPUT", { password: "astrid lindqvist" }],
    ["INVALID_INPUT", { name: "x".repeat(100_000) }],
    ["INVALID_INPUT", { name: "A\0B" }],
    ["ATTESTATION_REQUIRED", { isSixteenOrOlder: false }],
    ["POLICY_VERSION_UNKNOWN", { acceptedPolicyVersion: "0" }],
    ["POLICY_VERSION_UNKNOWN", { acceptedPolicyVersion: "\0" }],
  ])("is %s for %o", async (code, change) => {
    const before = (await asked()).length;
    expect((await signUp("refused@example.test", change)).code).toBe(code);
    expect((await asked()).length).toBe(before);
  });

  test("accepts the policy that holds now, not one that comes or went", async () => {
    const tomorrow = new Date(identity.clock.now + 86_400_000);
    await identity.sql.query("INSERT INTO policy_version VALUES ('2', $1)", [tomorrow]);
    const as = (acceptedPolicyVersion: string) =>
      signUp("policy@example.test", { acceptedPolicyVersion });
    expect((await as("2")).code).toBe("POLICY_VERSION_UNKNOWN");
    identity.clock.now += 86_400_001;
    expect((await as("1")).code).toBe("POLICY_VERSION_UNKNOWN");
    expect((await as("2")).code).toBeUndefined();
  });
});
