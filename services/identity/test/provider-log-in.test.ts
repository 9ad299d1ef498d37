import { anonymous } from "@tidbok/domain";
import { freePort, logInProvider, startLogInProvider, type Elsewhere } from "@tidbok/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBrowser } from "./support/browser.ts";
import {
  callerOf,
  newestMail,
  newPerson,
  startIdentity,
  type Identity,
} from "./support/start-identity.ts";

let identity: Identity;
let provider: Awaited<ReturnType<typeof startLogInProvider>>;
let origin: string;
beforeAll(async () => {
  const [port, providerPort] = [await freePort(), await freePort()];
  origin = `http://127.0.0.1:${port}`;
  provider = await startLogInProvider(providerPort, [
    `${origin}/log-in/from/other`,
    `${origin}/log-in/from/authority`,
  ]);
  // The same provider again, which is believed about addresses that it hands out itself.
  const authority = {
    ...logInProvider(providerPort, "authority"),
    authoritativeFor: ["corporation.example"],
  };
  identity = await startIdentity({
    port,
    providers: [logInProvider(providerPort), authority],
  });
});
afterAll(async () => {
  await identity.stop();
  await provider.stop();
});

const sessionCookie = "__Host-tidbok-session";
const elsewhere = (sub: string, change: Partial<Elsewhere> = {}): Elsewhere => ({
  sub,
  email: `${sub}@mail.example`,
  email_verified: true,
  name: "Sub Ject",
  ...change,
});

/** Goes to the provider, is let in there as somebody, and is sent back: the address of the way back. */
async function visitProvider(
  browser: ReturnType<typeof createBrowser>,
  { who, start = "/log-in/with/other" }: { who: Elsewhere | null; start?: string },
): Promise<string> {
  provider.whoComes(who);
  const sent = await browser.open(new URL(start, origin));
  expect(sent.url).toMatch(new RegExp(`^${provider.issuer}/auth\\?`));
  const back = await createBrowser(provider.issuer).open(sent.url);
  return back.url;
}

async function logInBy(who: Elsewhere | null, browser = createBrowser(origin)) {
  const page = await browser.open(await visitProvider(browser, { who }));
  return { page, browser, cookie: browser.cookies.get(sessionCookie) };
}

/** Links an account elsewhere to the person, in a browser where they are logged in. */
async function link(
  person: Awaited<ReturnType<typeof newPerson>>,
  who: Elsewhere,
  visitor = person,
) {
  const asked = await identity.mutate(person.caller, ["requestProviderLink", "url"], {
    provider: "other",
  });
  const browser = createBrowser(origin);
  browser.cookies.set(sessionCookie, visitor.cookie);
  const url = asked.value.url as string;
  if (visitor !== person) return browser.open(url);
  return browser.open(await visitProvider(browser, { who, start: url }));
}

const methods = async (person: Awaited<ReturnType<typeof newPerson>>) =>
  (
    await identity.ask(
      person.caller,
      "{ logInMethods { hasPassword providerLinks { id provider lastUsedAt } } }",
    )
  ).data.logInMethods;

describe("an account elsewhere", () => {
  test("logs in who has linked it, in the browser that began, and is told by mail", async () => {
    const person = await newPerson(identity, { email: "linker@example.test" });
    const page = await link(person, elsewhere("linker"));
    expect(page).toMatchObject({ status: 200 });
    expect(page.html).toContain("The two accounts are linked");
    expect(page.html).not.toContain("<script");
    expect(await newestMail(identity)).toMatchObject({
      kind: "PROVIDER_LINKED",
      email: "linker@example.test",
    });
    const { cookie, page: after } = await logInBy(elsewhere("linker"));
    expect(after.url).toBe(`${origin}/log-in`);
    const { id, caller } = await callerOf(identity, cookie ?? "");
    expect(id).toBe(person.id);
    const { data } = await identity.ask(caller, "{ sessions(first: 1) { nodes { methods } } }");
    expect(data.sessions.nodes[0].methods).toEqual(["PROVIDER"]);
    expect((await methods(person)).providerLinks).toMatchObject([
      { provider: "other", lastUsedAt: new Date(identity.clock.now).toISOString() },
    ]);
    const { rows } = await identity.sql.query("SELECT t::text AS row FROM provider_link AS t");
    expect(JSON.stringify(rows)).not.toMatch(/linker|127\.0\.0\.1/);
  });

  test("is one step of two for who wants a code to be asked for", async () => {
    const person = await newPerson(identity, { email: "careful@example.test" });
    await link(person, elsewhere("careful"));
    const { data } = await identity.ask(
      person.caller,
      "mutation { beginAuthenticator { secret } }",
    );
    const app = new TOTP({ secret: Secret.fromBase32(data.beginAuthenticator.secret) });
    const code = app.generate({ timestamp: identity.clock.now });
    const { value } = await identity.mutate(person.caller, ["confirmAuthenticator", "codes"], {
      code,
    });
    const { page, cookie } = await logInBy(elsewhere("careful"));
    expect(cookie).toBeUndefined();
    const [, token] = /^http:.*\/log-in#code\.([\w-]{43})$/.exec(page.url) ?? [];
    const finished = await identity.mutate(anonymous, ["finishLogIn", "account { id }"], {
      token,
      code: value.codes[0],
    });
    expect(finished.value.account).toEqual({ id: person.id });
    const { caller } = await callerOf(identity, finished.session.cookie);
    const sessions = await identity.ask(caller, "{ sessions(first: 1) { nodes { methods } } }");
    expect(sessions.data.sessions.nodes[0].methods).toEqual(["PROVIDER", "RECOVERY_CODE"]);

    const browser = createBrowser(origin);
    const start = "/log-in/with/other?to=/oauth/consent/some-page";
    const asked = await browser.open(
      await visitProvider(browser, { who: elsewhere("careful"), start }),
    );
    expect(asked.html).toContain('action="/oauth/consent/some-page/log-in"');
    expect(asked.html).toMatch(/name="token" value="[\w-]{43}"/);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  test("never gets into an account by its address alone, proved there or not", async () => {
    await newPerson(identity, { email: "victim@example.test" });
    for (const email_verified of [true, false]) {
      const who = elsewhere(`thief-${email_verified}`, {
        email: "victim@example.test",
        email_verified,
      });
      const { page, cookie } = await logInBy(who);
      expect(page.status).toBe(404);
      expect(cookie).toBeUndefined();
    }
  });

  test("gets into the account of an address that the provider itself hands out, if it says so; the address is told", async () => {
    const person = await newPerson(identity, { email: "clerk@corporation.example" });
    const comes = async (who: Elsewhere) => {
      const browser = createBrowser(origin);
      const start = "/log-in/with/authority";
      return { browser, page: await browser.open(await visitProvider(browser, { who, start })) };
    };
    const unproved = { email: "clerk@corporation.example", email_verified: false };
    expect((await comes(elsewhere("clerk", unproved))).page.status).toBe(404);
    await newPerson(identity, { email: "clerk@other.example" });
    const foreign = { email: "clerk@other.example" };
    expect((await comes(elsewhere("clerk", foreign))).page.status).toBe(404);
    const { browser } = await comes(elsewhere("clerk", { email: "clerk@corporation.example" }));
    const { id } = await callerOf(identity, browser.cookies.get(sessionCookie) ?? "");
    expect(id).toBe(person.id);
    expect(await newestMail(identity)).toMatchObject({
      kind: "PROVIDER_LINKED",
      email: "clerk@corporation.example",
    });
  });

  test("is one person's here, who has one there", async () => {
    const first = await newPerson(identity, { email: "one@example.test" });
    const second = await newPerson(identity, { email: "two@example.test" });
    expect((await link(first, elsewhere("shared"))).status).toBe(200);
    expect((await link(second, elsewhere("shared"))).status).toBe(409);
    expect((await link(first, elsewhere("another"))).status).toBe(409);
    // Subjects are told apart by case.
    expect((await link(second, elsewhere("Shared"))).status).toBe(200);
  });

  test("is not linked by somebody who follows another's address, nor without a session", async () => {
    const person = await newPerson(identity, { email: "lurer@example.test" });
    const lured = await newPerson(identity, { email: "lured@example.test" });
    expect(await link(person, elsewhere("lured"), lured)).toMatchObject({ status: 400 });
    expect(await link(person, elsewhere("lured"), { ...lured, cookie: "" })).toMatchObject({
      status: 400,
    });
    const stale = { ...person.caller, isFresh: false } as typeof person.caller;
    const ask = (provider: string, caller = person.caller) =>
      identity.mutate(caller, ["requestProviderLink", "url"], { provider });
    expect((await ask("other", stale)).code).toBe("FRESH_LOGIN_REQUIRED");
    expect((await ask("unheard-of")).code).toBe("NOT_FOUND");
  });

  test("is unlinked by its person, though not where nothing else would log them in", async () => {
    const person = await newPerson(identity, { email: "leaver@example.test" });
    await link(person, elsewhere("leaver"));
    const [{ id: linkId }] = (await methods(person)).providerLinks;
    const unlink = (who: typeof person) =>
      identity.mutate(who.caller, ["unlinkProvider", "id"], { linkId });
    const stranger = await newPerson(identity, { email: "not-me@example.test" });
    expect((await unlink(stranger)).code).toBe("NOT_FOUND");
    await identity.sql.query("UPDATE account SET password_hash = NULL WHERE id = $1", [person.id]);
    expect((await methods(person)).hasPassword).toBe(false);
    expect((await unlink(person)).code).toBe("LAST_LOG_IN_METHOD");
    expect((await logInBy(elsewhere("leaver"))).cookie).toBeDefined();
    await identity.sql.query(
      `UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE id = $2) WHERE id = $1`,
      [person.id, stranger.id],
    );
    expect((await unlink(person)).value).toEqual({ id: linkId });
    expect(await newestMail(identity)).toMatchObject({ kind: "PROVIDER_UNLINKED" });
    expect((await logInBy(elsewhere("leaver"))).page.status).toBe(404);
  });
});

describe("the way back from a provider", () => {
  test("is for the browser that set out, once, with what it set out with", async () => {
    const person = await newPerson(identity, { email: "returner@example.test" });
    await link(person, elsewhere("returner"));
    const browser = createBrowser(origin);
    const back = await visitProvider(browser, { who: elsewhere("returner") });
    // Another browser, to which an attacker sends their own answer, has not set out.
    expect((await createBrowser(origin).open(back)).status).toBe(400);
    const journey = browser.cookies.get("__Host-tidbok-journey") ?? "";
    const again = (url: string, cookie = journey) => {
      const other = createBrowser(origin);
      other.cookies.set("__Host-tidbok-journey", cookie);
      return other.open(url);
    };
    const changed = (name: string, value: string) => {
      const url = new URL(back);
      url.searchParams.set(name, value);
      return url.href;
    };
    expect((await again(changed("state", "another"))).status).toBe(403);
    expect((await again(changed("iss", "https://elsewhere.example"))).status).toBe(403);
    expect((await again(back.replace("/from/other", "/from/authority"))).status).toBe(400);
    expect((await again(back, `${journey.slice(0, -4)}AAAA`)).status).toBe(400);
    expect((await browser.open(back)).url).toBe(`${origin}/log-in`);
    expect((await again(back)).status).toBe(403);
    identity.clock.now += 11 * 60_000;
    const late = createBrowser(origin);
    const lateBack = await visitProvider(late, { who: elsewhere("returner") });
    identity.clock.now += 11 * 60_000;
    expect((await late.open(lateBack)).status).toBe(400);
  });

  test("says so in the reader's language when the person turned back there", async () => {
    const { page, cookie } = await logInBy(null, createBrowser(origin, "sv"));
    expect(page).toMatchObject({ status: 403 });
    expect(page.html).toContain('<html lang="sv">');
    expect(page.html).toContain("Du är inte inloggad");
    expect(cookie).toBeUndefined();
  });

  test("leads to where an app waits, and to no address that somebody wrote", async () => {
    const person = await newPerson(identity, { email: "awaited@example.test" });
    await link(person, elsewhere("awaited"));
    for (const [to, leads] of [
      ["/oauth/consent/abc_123", "/oauth/consent/abc_123"],
      ["https://evil.example/", "/log-in"],
      ["//evil.example/oauth/consent/x", "/log-in"],
      ["/oauth/consent/../../x", "/log-in"],
    ] as const) {
      const browser = createBrowser(origin);
      const start = `/log-in/with/other?to=${encodeURIComponent(to)}`;
      const back = await visitProvider(browser, { who: elsewhere("awaited"), start });
      expect((await browser.open(back)).url).toBe(`${origin}${leads}`);
    }
    expect((await createBrowser(origin).open(`${origin}/log-in/with/nobody`)).status).toBe(400);
  });
});
