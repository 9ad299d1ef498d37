import { anonymous, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  form,
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

const minute = 60_000;
const forget = (email: string) =>
  identity.mutate(anonymous, ["requestRecovery", "nextStep"], { email });
const reset = (token: string, newPassword = "lingon och tranbär") =>
  identity.mutate(anonymous, ["resetPassword", "id email"], { token, newPassword });
const enter = (email: string, secret: string) =>
  identity.mutate(anonymous, ["logIn", "account { id }"], {
    email,
    password: secret,
    delivery: "TOKENS",
  });
const mails = async () => (await told(identity, "identity.email-verification.requested")).length;

describe("recovering an account", () => {
  test("replaces the password by mail, once, ends every session and tells the address", async () => {
    const person = await newPerson(identity, { email: "lost@example.test" });
    expect((await forget("lost@example.test")).value).toEqual({ nextStep: "CHECK_MAIL" });
    const mail = await newestMail(identity);
    expect(mail).toMatchObject({ kind: "RECOVERY", email: "lost@example.test" });
    expect(mail.link).toMatch(/^https:\/\/book\.tidbok\.example\/recover#/);
    expect((await reset(mail.token)).value).toEqual({ id: person.id, email: null });
    expect(await newestMail(identity)).toMatchObject({
      kind: "PASSWORD_CHANGED",
      email: "lost@example.test",
      link: "https://book.tidbok.example/log-in",
    });
    await expect(callerOf(identity, person.cookie)).rejects.toThrow();
    expect((await enter("lost@example.test", password)).code).toBe("LOGIN_FAILED");
    expect((await enter("lost@example.test", "lingon och tranbär")).code).toBeUndefined();
    expect((await reset(mail.token, "blåbär och hjortron")).code).toBe("LINK_INVALID");
  });

  test("lets one of two who follow the link at once through", async () => {
    await newPerson(identity, { email: "race@example.test" });
    await forget("race@example.test");
    const { token } = await newestMail(identity);
    const both = await Promise.all([reset(token, "den första vinner"), reset(token)]);
    expect(both.map(({ code }) => code).sort()).toEqual(["LINK_INVALID", undefined]);
  });

  test("says the same of every address, and mails only those whose account was proved", async () => {
    await newPerson(identity, { email: "known@example.test" });
    await identity.mutate(anonymous, ["signUp", "nextStep"], form("waiting@example.test"));
    const before = await mails();
    const answers = [];
    for (const email of ["nobody@example.test", "waiting@example.test", "known@example.test"]) {
      answers.push((await forget(email)).answer);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await mails()).toBe(before + 1);
  });

  test("works for 30 minutes, and not for who asked before the newest mail", async () => {
    await newPerson(identity, { email: "slow@example.test" });
    await forget("slow@example.test");
    const first = await newestMail(identity);
    await forget("slow@example.test");
    const second = await newestMail(identity);
    expect((await reset(first.token)).code).toBe("LINK_INVALID");
    identity.clock.now += 30 * minute;
    expect((await reset(second.token)).code).toBe("LINK_EXPIRED");
  });

  test("refuses a guessable password without using the link up, and codes of other links", async () => {
    await newPerson(identity, { email: "careful@example.test" });
    await forget("careful@example.test");
    const { token } = await newestMail(identity);
    expect((await reset(token, "careful@example.test")).code).toBe("INVALID_INPUT");
    const asLogIn = await identity.mutate(anonymous, ["logInByLink", "account { id }"], {
      token,
      delivery: "TOKENS",
    });
    expect(asLogIn.code).toBe("LINK_INVALID");
    const flipped = token.slice(0, -2) + (token.at(-2) === "A" ? "B" : "A") + token.slice(-1);
    expect((await reset(flipped)).code).toBe("LINK_INVALID");
    expect((await reset(token)).code).toBeUndefined();
  });
});

describe("a log-in link", () => {
  const ask = (email: string) =>
    identity.mutate(anonymous, ["requestLogInLink", "nextStep"], { email });
  const follow = (token: string) =>
    identity.mutate(anonymous, ["logInByLink", "account { id email } tokens { accessToken }"], {
      token,
      delivery: "COOKIE",
    });

  test("logs in once, for 15 minutes", async () => {
    const { id } = await newPerson(identity, { email: "linked@example.test" });
    await ask("linked@example.test");
    const mail = await newestMail(identity);
    expect(mail.kind).toBe("LOG_IN");
    const { value, session } = await follow(mail.token);
    expect(value).toEqual({ account: { id, email: "linked@example.test" }, tokens: null });
    const { caller, id: loggedIn } = await callerOf(identity, session.cookie);
    expect(loggedIn).toBe(id);
    const { data } = await identity.ask(caller, "{ sessions(first: 1) { nodes { methods } } }");
    expect(data.sessions.nodes).toEqual([{ methods: ["LINK"] }]);
    expect((await follow(mail.token)).code).toBe("LINK_INVALID");
    await ask("linked@example.test");
    const late = await newestMail(identity);
    identity.clock.now += 15 * minute;
    expect((await follow(late.token)).code).toBe("LINK_EXPIRED");
  });

  test("is void once the password is another, and asked for by nobody without an account", async () => {
    const before = await mails();
    await ask("nobody-at-all@example.test");
    expect(await mails()).toBe(before);
    const { caller } = await newPerson(identity, { email: "void@example.test" });
    await ask("void@example.test");
    const { token } = await newestMail(identity);
    await identity.mutate(caller, ["changePassword", "id"], {
      currentPassword: password,
      newPassword: "lingon och tranbär",
    });
    expect((await newestMail(identity)).kind).toBe("PASSWORD_CHANGED");
    expect((await follow(token)).code).toBe("LINK_INVALID");
  });
});

describe("a fresh log-in", () => {
  test("is what grave acts need, and the password makes a session fresh again", async () => {
    const { caller, sessionId } = await newPerson(identity, { email: "stale@example.test" });
    const stale: Caller = { ...caller, isFresh: false } as Caller;
    const passwords = { currentPassword: password, newPassword: "lingon och tranbär" };
    const change = await identity.mutate(stale, ["changePassword", "id"], passwords);
    expect(change.code).toBe("FRESH_LOGIN_REQUIRED");
    const email = { email: "fresh@example.test" };
    const move = await identity.mutate(stale, ["requestEmailChange", "nextStep"], email);
    expect(move.code).toBe("FRESH_LOGIN_REQUIRED");
    const confirm = (given: string) =>
      identity.mutate(stale, ["confirmPassword", "id authenticatedAt"], { password: given });
    expect((await confirm("wrong")).code).toBe("WRONG_PASSWORD");
    identity.clock.now += 20 * minute;
    expect((await confirm(password)).value).toEqual({
      id: sessionId,
      authenticatedAt: new Date(identity.clock.now).toISOString(),
    });
    const { rows } = await identity.sql.query(
      "SELECT authenticated_at FROM session WHERE id = $1",
      [sessionId],
    );
    expect(rows).toEqual([{ authenticated_at: new Date(identity.clock.now) }]);
  });
});
