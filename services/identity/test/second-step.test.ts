import { anonymous, type Caller } from "@tidbok/domain";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passkeysOf } from "./support/passkey-operations.ts";
import {
  callerOf,
  newestMail,
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

const fresh = (caller: Caller): Caller => ({ ...caller, isFresh: false }) as Caller;
const plain = async (caller: Caller, name: string, fields: string) => {
  const answer = await identity.ask(caller, `mutation { ${name} { ${fields} } }`);
  return { value: answer.data?.[name], code: answer.errors?.[0]?.extensions.code };
};
/** The code that an app shows, so many steps of thirty seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: identity.clock.now + steps * 30_000,
  });
const logIn = (email: string, change: object = {}) =>
  identity.mutate(
    anonymous,
    ["logIn", "account { id } tokens { accessToken } secondStep { accountId token expiresAt }"],
    { email, password, delivery: "COOKIE", ...change },
  );
const finish = (token: string, code: string) =>
  identity.mutate(
    anonymous,
    ["finishLogIn", "account { id } tokens { accessToken } secondStep { token }"],
    { token, code },
  );
const next = () => {
  identity.clock.now += 60_000;
};

async function withApp(email: string) {
  const person = await newPerson(identity, { email });
  const { value: made } = await plain(person.caller, "beginAuthenticator", "secret uri accountId");
  const secret = made.secret as string;
  const confirm = (code: string) =>
    identity.mutate(person.caller, ["confirmAuthenticator", "codes"], { code });
  const { value } = await confirm(codeOf(secret));
  return { ...person, secret, made, confirm, recoveryCodes: value.codes as string[] };
}

describe("an authenticator app", () => {
  test("counts once it has shown a code, and tells its secret and the recovery codes once", async () => {
    const { caller } = await newPerson(identity, { email: "begin@example.test" });
    expect((await plain(fresh(caller), "beginAuthenticator", "uri")).code).toBe(
      "FRESH_LOGIN_REQUIRED",
    );
    const { value } = await plain(caller, "beginAuthenticator", "secret uri");
    expect(value.uri).toContain(`secret=${value.secret}`);
    const find = async () =>
      (await identity.ask(caller, "{ authenticator { confirmedAt recoveryCodesLeft } }")).data
        .authenticator;
    expect(await find()).toBeNull();
    expect((await logIn("begin@example.test")).value.secondStep).toBeNull();
    const confirm = (code: string) =>
      identity.mutate(caller, ["confirmAuthenticator", "codes"], { code });
    expect((await confirm("000000")).code).toBe("CODE_WRONG");
    const done = await confirm(codeOf(value.secret));
    expect(new Set(done.value.codes).size).toBe(10);
    expect((await confirm(codeOf(value.secret, 1))).code).toBe("AUTHENTICATOR_ON");
    expect((await plain(caller, "beginAuthenticator", "uri")).code).toBe("AUTHENTICATOR_ON");
    expect(await find()).toEqual({
      confirmedAt: new Date(identity.clock.now).toISOString(),
      recoveryCodesLeft: 10,
    });
    expect((await newestMail(identity)).kind).toBe("CODES_ON");
    const { rows } = await identity.sql.query<{ secret: Buffer }>(
      "SELECT secret FROM authenticator",
    );
    for (const { secret } of rows) expect(secret.toString("latin1")).not.toContain(value.secret);
  });

  test("is removed after a fresh log-in, and log-ins ask for nothing more", async () => {
    const { caller, id } = await withApp("off@example.test");
    expect((await plain(fresh(caller), "removeAuthenticator", "accountId")).code).toBe(
      "FRESH_LOGIN_REQUIRED",
    );
    expect((await plain(caller, "removeAuthenticator", "recoveryCodesLeft")).value).toEqual({
      recoveryCodesLeft: 10,
    });
    expect((await plain(caller, "removeAuthenticator", "accountId")).code).toBe("NO_AUTHENTICATOR");
    expect((await plain(caller, "renewRecoveryCodes", "codes")).code).toBe("NO_AUTHENTICATOR");
    expect((await newestMail(identity)).kind).toBe("CODES_OFF");
    expect((await logIn("off@example.test")).value).toMatchObject({ account: { id } });
    expect(await told(identity, "identity.authenticator.removed")).toEqual([{ accountId: id }]);
  });
});

describe("a log-in of somebody with an app", () => {
  test("asks for a code after the right password, and tells nothing after a wrong one", async () => {
    const { id, secret } = await withApp("two@example.test");
    const wrong = await logIn("two@example.test", { password: "wrong" });
    const unknown = await logIn("nobody@example.test", { password: "wrong" });
    expect(wrong.answer).toEqual(unknown.answer);
    const { value, session } = await logIn("two@example.test");
    expect(session).toBeUndefined();
    expect(value).toMatchObject({ account: null, tokens: null, secondStep: { accountId: id } });
    next();
    const done = await finish(value.secondStep.token, codeOf(secret));
    expect(done.value).toEqual({ account: { id }, tokens: null, secondStep: null });
    const { caller } = await callerOf(identity, done.session.cookie);
    const { data } = await identity.ask(caller, "{ sessions(first: 1) { nodes { methods } } }");
    expect(data.sessions.nodes).toEqual([{ methods: ["PASSWORD", "CODE"] }]);
    next();
    expect((await finish(value.secondStep.token, codeOf(secret))).code).toBe("SECOND_STEP_OVER");
  });

  test("takes no code twice, nor an earlier one, nor two at once", async () => {
    const { secret } = await withApp("replay@example.test");
    const step = async () => (await logIn("replay@example.test")).value.secondStep.token as string;
    next();
    const code = codeOf(secret);
    expect((await finish(await step(), code)).code).toBeUndefined();
    expect((await finish(await step(), code)).code).toBe("CODE_WRONG");
    expect((await finish(await step(), codeOf(secret, -1))).code).toBe("CODE_WRONG");
    next();
    const tokens = [await step(), await step(), await step()];
    const outcomes = await Promise.all(tokens.map((token) => finish(token, codeOf(secret))));
    expect(outcomes.filter(({ code: each }) => each === undefined)).toHaveLength(1);
  });

  test("waits for a code for five minutes, until it is used or the password changes", async () => {
    const { secret, caller } = await withApp("waits@example.test");
    const late = (await logIn("waits@example.test")).value.secondStep.token;
    identity.clock.now += 300_000;
    expect((await finish(late, codeOf(secret))).code).toBe("SECOND_STEP_OVER");
    const begun = (await logIn("waits@example.test")).value.secondStep.token;
    const change = { currentPassword: password, newPassword: "another good one" };
    await identity.mutate(caller, ["changePassword", "id"], change);
    expect((await finish(begun, codeOf(secret))).code).toBe("SECOND_STEP_OVER");
    expect((await finish("x".repeat(43), codeOf(secret))).code).toBe("SECOND_STEP_OVER");
  });

  test("is limited by account, however often the password is shown again, and recovery codes go on", async () => {
    const { secret, recoveryCodes } = await withApp("guessed@example.test");
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 11; guess++) {
      const { value } = await logIn("guessed@example.test");
      codes.push((await finish(value.secondStep.token, "000000")).code);
    }
    expect(codes.slice(0, 10).every((code) => code === "CODE_WRONG")).toBe(true);
    expect(codes[10]).toBe("RATE_LIMITED");
    next();
    const { value } = await logIn("guessed@example.test");
    expect((await finish(value.secondStep.token, codeOf(secret))).code).toBe("RATE_LIMITED");
    const { code } = await finish(value.secondStep.token, recoveryCodes[0] ?? "");
    expect(code).toBeUndefined();
  });

  test("takes each recovery code once, tells the address, and none of those before the newest", async () => {
    const { caller, recoveryCodes } = await withApp("recovery@example.test");
    const use = async (code: string) => {
      const { value } = await logIn("recovery@example.test");
      return (await finish(value.secondStep.token, code)).code;
    };
    const [first = "", second = ""] = recoveryCodes;
    expect(await use(first.toUpperCase().replaceAll("-", " "))).toBeUndefined();
    expect((await newestMail(identity)).kind).toBe("RECOVERY_CODE_USED");
    expect(await use(first)).toBe("CODE_WRONG");
    const { value } = await plain(caller, "renewRecoveryCodes", "codes");
    expect((await newestMail(identity)).kind).toBe("RECOVERY_CODES_RENEWED");
    expect(await use(second)).toBe("CODE_WRONG");
    expect(await use(value.codes[9])).toBeUndefined();
  });

  test("asks for a code after a mailed link, and not after a passkey", async () => {
    const { id, caller, secret } = await withApp("link@example.test");
    await identity.mutate(anonymous, ["requestLogInLink", "nextStep"], {
      email: "link@example.test",
    });
    const { token } = await newestMail(identity);
    const fields = "account { id } secondStep { token }";
    const { value } = await identity.mutate(anonymous, ["logInByLink", fields], {
      token,
      delivery: "COOKIE",
    });
    expect(value.account).toBeNull();
    next();
    const done = await finish(value.secondStep.token, codeOf(secret));
    expect(done.value.account).toEqual({ id });
    const passkeys = passkeysOf(identity);
    const device = passkeys.newDevice();
    const { credentialId } = await passkeys.add(caller, device);
    expect((await passkeys.logIn(device, credentialId)).value.account).toEqual({ id });
  });
});

describe("what a password alone or a mail alone does not do for somebody with an app", () => {
  test("is to replace the password by the mail's link", async () => {
    const { secret } = await withApp("forgot@example.test");
    await identity.mutate(anonymous, ["requestRecovery", "nextStep"], {
      email: "forgot@example.test",
    });
    const { token } = await newestMail(identity);
    const reset = (code?: string) =>
      identity.mutate(anonymous, ["resetPassword", "id"], {
        token,
        newPassword: "quite another one",
        ...(code && { code }),
      });
    next();
    expect((await reset()).code).toBe("SECOND_STEP_REQUIRED");
    expect((await reset("000000")).code).toBe("CODE_WRONG");
    expect((await logIn("forgot@example.test")).code).toBeUndefined();
    expect((await reset(codeOf(secret))).code).toBeUndefined();
    expect((await logIn("forgot@example.test")).code).toBe("LOGIN_FAILED");
  });

  test("is to make a session fresh again", async () => {
    const { caller, secret } = await withApp("step-up@example.test");
    const confirm = (code?: string) =>
      identity.mutate(fresh(caller), ["confirmPassword", "authenticatedAt"], {
        password,
        ...(code && { code }),
      });
    next();
    expect((await confirm()).code).toBe("SECOND_STEP_REQUIRED");
    expect((await confirm("000000")).code).toBe("CODE_WRONG");
    const { value } = await confirm(codeOf(secret));
    expect(value.authenticatedAt).toBe(new Date(identity.clock.now).toISOString());
  });
});
