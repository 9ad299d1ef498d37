import { anonymous } from "@tidbok/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  form,
  mailer,
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

type Person = Awaited<ReturnType<typeof newPerson>>;
type Mail = { readonly kind: string; readonly email: string; readonly link: string };

const ask = (person: Person, email: string) =>
  identity.mutate(person.caller, ["requestEmailChange", "nextStep"], { email });
const confirm = (token: string) =>
  identity.mutate(anonymous, ["confirmEmailChange", "isChanged"], { token });
const emailOf = async ({ caller }: Person) =>
  (await identity.ask(caller, "{ me { email } }")).data.me.email as string;

/** The last mails that were asked for, by whom they go to. */
async function mails(count: number) {
  const events = await told(identity, "identity.email-verification.requested");
  const found = new Map<string, { kind: string; token: string }>();
  for (const { verificationId } of events.slice(-count)) {
    const query = "query ($id: ID!) { emailVerification(id: $id) { kind email link } }";
    const { data } = await identity.ask(mailer, query, { id: verificationId });
    const { kind, email, link } = data.emailVerification as Mail;
    found.set(email, { kind, token: link.split("#")[1] ?? "" });
  }
  return found;
}

describe("changing one's address", () => {
  test("takes effect once both addresses have agreed, in whichever order", async () => {
    for (const order of [
      ["old1@example.test", "new1@example.test"],
      ["new2@example.test", "old2@example.test"],
    ]) {
      const [old, fresh] = [...order].sort().reverse() as [string, string];
      const person = await newPerson(identity, { email: old });
      expect((await ask(person, fresh)).value).toEqual({ nextStep: "CHECK_MAIL" });
      const sent = await mails(2);
      expect(sent.get(old)?.kind).toBe("EMAIL_CHANGE_OLD");
      expect(sent.get(fresh)?.kind).toBe("EMAIL_CHANGE_NEW");
      const [first, second] = order.map((address) => sent.get(address)?.token ?? "");
      expect((await confirm(first ?? "")).value).toEqual({ isChanged: false });
      expect((await confirm(first ?? "")).value).toEqual({ isChanged: false });
      expect(await emailOf(person)).toBe(old);
      expect((await confirm(second ?? "")).value).toEqual({ isChanged: true });
      expect((await confirm(second ?? "")).value).toEqual({ isChanged: true });
      expect(await emailOf(person)).toBe(fresh);
      const log = { password, delivery: "TOKENS" };
      const enter = (email: string) =>
        identity.mutate(anonymous, ["logIn", "account { id }"], { ...log, email });
      expect((await enter(fresh)).value.account.id).toBe(person.id);
      expect((await enter(old)).code).toBe("LOGIN_FAILED");
    }
  });

  test("happens once however many confirm at once", async () => {
    const person = await newPerson(identity, { email: "both@example.test" });
    await ask(person, "at-once@example.test");
    const tokens = [...(await mails(2)).values()].map(({ token }) => token);
    const answers = await Promise.all([...tokens, ...tokens].map(confirm));
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await emailOf(person)).toBe("at-once@example.test");
  });

  test("does not tell whether the new address has an account, and never takes it", async () => {
    const person = await newPerson(identity, { email: "wishing@example.test" });
    await newPerson(identity, { email: "taken@example.test" });
    const free = await ask(person, "free@example.test");
    const taken = await ask(person, "taken@example.test");
    expect(taken.answer).toEqual(free.answer);
    const sent = await mails(2);
    expect(sent.get("taken@example.test")?.kind).toBe("ALREADY_REGISTERED");
    const { value } = await confirm(sent.get("wishing@example.test")?.token ?? "");
    expect(value).toEqual({ isChanged: false });
    expect(await emailOf(person)).toBe("wishing@example.test");
  });

  test("is not kept from somebody by who signed up with their address and never proved it", async () => {
    const person = await newPerson(identity, { email: "owner@example.test" });
    const change = { name: "A squatter" };
    await identity.mutate(anonymous, ["signUp", "nextStep"], form("mine@example.test", change));
    await ask(person, "mine@example.test");
    for (const { token } of (await mails(2)).values()) await confirm(token);
    expect(await emailOf(person)).toBe("mine@example.test");
  });

  test("fails for an address that somebody proved meanwhile, and changes nothing", async () => {
    const person = await newPerson(identity, { email: "late@example.test" });
    await ask(person, "contested@example.test");
    const sent = await mails(2);
    await newPerson(identity, { email: "contested@example.test" });
    await confirm(sent.get("late@example.test")?.token ?? "");
    const { code } = await confirm(sent.get("contested@example.test")?.token ?? "");
    expect(code).toBe("EMAIL_TAKEN");
    expect(await emailOf(person)).toBe("late@example.test");
  });

  test("is void once another change was asked for, and after a day", async () => {
    const person = await newPerson(identity, { email: "wavering@example.test" });
    await ask(person, "first@example.test");
    const first = await mails(2);
    await ask(person, "second@example.test");
    const second = await mails(2);
    const { code } = await confirm(first.get("first@example.test")?.token ?? "");
    expect(code).toBe("LINK_INVALID");
    identity.clock.now += 86_400_000;
    const late = await confirm(second.get("second@example.test")?.token ?? "");
    expect(late.code).toBe("LINK_EXPIRED");
  });
});
