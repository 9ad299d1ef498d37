import { anonymous } from "@tidbok/domain";
import { freePort, logInProvider, startLogInProvider, type Elsewhere } from "@tidbok/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBrowser } from "./support/browser.ts";
import {
  callerOf,
  form,
  newestMail,
  newPerson,
  startIdentity,
  told,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let provider: Awaited<ReturnType<typeof startLogInProvider>>;
let origin: string;
beforeAll(async () => {
  const [port, providerPort] = [await freePort(), await freePort()];
  origin = `http://127.0.0.1:${port}`;
  provider = await startLogInProvider(providerPort, [`${origin}/log-in/from/other`]);
  identity = await startIdentity({ port, providers: [logInProvider(providerPort)] });
});
afterAll(async () => {
  await identity.stop();
  await provider.stop();
});

const sessionCookie = "__Host-tidbok-session";
const elsewhere = (sub: string, email = `${sub}@mail.example`): Elsewhere => ({
  sub,
  email,
  email_verified: true,
  name: 'Nils "Nisse" <Berg>',
});

async function arrive(who: Elsewhere) {
  const browser = createBrowser(origin, "sv");
  provider.whoComes(who);
  const sent = await browser.open(`${origin}/log-in/with/other`);
  const back = await createBrowser(provider.issuer).open(sent.url);
  return { browser, page: await browser.open(back.url) };
}

const filled = [
  ["name", "Nils Berg"],
  ["timeZone", "Europe/Stockholm"],
  ["sixteen", "yes"],
  ["policy", "yes"],
  ["policyVersion", "1"],
] as const;
const signUpAt = "/log-in/from/other/sign-up";
const submit = (
  browser: ReturnType<typeof createBrowser>,
  fields: readonly (readonly [string, string])[] = filled,
) => browser.submit(`${origin}${signUpAt}`, fields);

test("somebody new signs up by a provider, proves the address by our mail, and logs in without a password", async () => {
  const { browser, page } = await arrive(elsewhere("nils"));
  expect(page.html).toContain("nils@mail.example");
  expect(page.html).toContain("Nils &#34;Nisse&#34; &#60;Berg&#62;");
  expect(page.html).not.toContain("<script");
  const asked = await submit(browser);
  expect(asked).toMatchObject({ status: 200 });
  expect(asked.html).toContain("Titta efter vårt mejl");
  // Until the mail was read, the account elsewhere opens nothing.
  expect((await arrive(elsewhere("nils"))).page.status).toBe(404);
  const mail = await newestMail(identity);
  expect(mail).toMatchObject({ kind: "SIGN_UP", email: "nils@mail.example", locale: "sv" });
  await identity.mutate(anonymous, ["verifyEmail", "account { id }"], { token: mail.token });

  const { browser: known } = await arrive(elsewhere("nils"));
  const { id, caller } = await callerOf(identity, known.cookies.get(sessionCookie) ?? "");
  const { data } = await identity.ask(
    caller,
    "{ me { name timeZone } logInMethods { hasPassword providerLinks { provider } } }",
  );
  expect(data).toEqual({
    me: { name: "Nils Berg", timeZone: "Europe/Stockholm" },
    logInMethods: { hasPassword: false, providerLinks: [{ provider: "other" }] },
  });
  expect((await told(identity, "identity.account.registered")).at(-1)).toEqual({
    accountId: id,
    policyVersion: "1",
  });
  const { rows } = await identity.sql.query("SELECT * FROM email_verification");
  expect(JSON.stringify(rows)).not.toContain("nils");
});

test("without 16 years, the policy that holds, or a name, there is no account", async () => {
  const { browser } = await arrive(elsewhere("young"));
  const without = (name: string) => filled.filter(([each]) => each !== name);
  for (const name of ["sixteen", "policy", "policyVersion", "name", "timeZone"]) {
    expect((await submit(browser, without(name))).status, name).toBe(422);
  }
  const other = [...without("policyVersion"), ["policyVersion", "0.9"] as const];
  expect((await submit(browser, other)).status).toBe(422);
  const { rows } = await identity.sql.query("SELECT count(*)::int AS n FROM account");
  expect((await submit(browser)).status).toBe(200);
  expect((await identity.sql.query("SELECT count(*)::int AS n FROM account")).rows).toEqual([
    { n: rows[0].n + 1 },
  ]);
  // What was filled in is used up: the browser begins anew.
  expect((await submit(browser)).status).toBe(400);
});

test("an address that has an account is answered as any other, told so by mail, and nothing of it changes", async () => {
  const person = await newPerson(identity, { email: "has@mail.example" });
  const fresh = await arrive(elsewhere("fresh"));
  const taken = await arrive(elsewhere("taker", "has@mail.example"));
  const answers = [await submit(fresh.browser), await submit(taken.browser)];
  expect(answers.map(({ status, html }) => ({ status, html }))).toEqual([
    { status: 200, html: answers[0]?.html },
    { status: 200, html: answers[0]?.html },
  ]);
  expect(await newestMail(identity)).toMatchObject({
    kind: "ALREADY_REGISTERED",
    email: "has@mail.example",
  });
  expect((await arrive(elsewhere("taker", "has@mail.example"))).page.status).toBe(404);
  const { data } = await identity.ask(person.caller, "{ logInMethods { providerLinks { id } } }");
  expect(data.logInMethods.providerLinks).toEqual([]);
});

test("of two sign-ups of one address, the one whose mail is read is the account", async () => {
  const email = "twice@mail.example";
  const { browser } = await arrive(elsewhere("stranger", email));
  await submit(browser);
  await identity.mutate(anonymous, ["signUp", "nextStep"], form(email));
  const { token } = await newestMail(identity);
  await identity.mutate(anonymous, ["verifyEmail", "account { id }"], { token });
  expect((await arrive(elsewhere("stranger", email))).page.status).toBe(404);
});

test("a form without what the browser brought back from the provider is nobody's", async () => {
  expect((await submit(createBrowser(origin))).status).toBe(400);
});
