import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { addDevice, chromiumProgram, launchChromium } from "./support/chromium.ts";
import { logInOnPage, openOwnLogIn } from "./support/entry.ts";
import { mailTo } from "./support/mailbox.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

/** What a device has signed, as the graph wants it. */
type Signed = Readonly<Record<string, string>>;

describe.skipIf(chromiumProgram === null)("with a passkey, in a browser", () => {
  let browser: Browser;
  let person: Person;
  let elsewhere: Server;
  beforeAll(async () => {
    elsewhere = createServer((_, response) => response.end("<!doctype html><title>x</title>"));
    await new Promise<void>((listening) => elsewhere.listen(0, "localhost", listening));
    browser = await launchChromium();
    person = await register("Petra");
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((closed) => elsewhere.close(closed));
  });

  // At the very address that the start of the platform prints: a host of numbers can have no passkeys.
  const logInPage = () => runningPlatform().graphql.replace("/graphql", "/log-in");

  async function openPage() {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const device = await addDevice(page);
    await page.goto(logInPage());
    return { context, page, device, errors };
  }

  async function logInByPassword(page: Page) {
    await logInOnPage(page, person);
    await openOwnLogIn(page, person);
  }

  /** Has the page's device sign a new challenge, as a page of whatever origin may ask it to. */
  async function sign(page: Page): Promise<Signed> {
    const { beginPasskeyLogIn: asked } = await demand({
      query: "mutation { beginPasskeyLogIn { challenge relyingPartyId timeoutMilliseconds } }",
    });
    // In words, since this program knows no pages' globals.
    return page.evaluate<Signed>(`(async () => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
        challenge: "${asked.challenge}", rpId: "${asked.relyingPartyId}", userVerification: "required" });
      const { id, response } = (await navigator.credentials.get({ publicKey })).toJSON();
      const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle } = response;
      return { credentialId: id, clientDataJson, authenticatorData, signature, userHandle };
    })()`);
  }

  async function submit(signed: Signed) {
    const { data, errors } = await ask({
      query: `mutation ($input: LogInByPasskeyInput!) { logInByPasskey(input: $input) { account { id } } }`,
      variables: { input: { ...signed, delivery: "TOKENS" } },
    });
    return (data?.logInByPasskey.account.id as string | undefined) ?? errors?.[0]?.extensions.code;
  }

  test("check 34: a person adds one, logs in with it without an address, and removes it", async () => {
    const { context, page, errors } = await openPage();
    await logInByPassword(page);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: /^Remove Passkey/ }).waitFor();
    expect((await mailTo(person.email, /passkey was added/)).text).toContain(logInPage());

    // Conditional mediation: the browser offers the passkey in the field of the address, and the device takes it.
    await page.getByRole("button", { name: "Log out" }).click();
    await page.waitForURL((url) => url.pathname !== "/log-in");
    await openOwnLogIn(page, person);
    const methods = await page.evaluate(`fetch("/graphql", { method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ sessions(first: 1) { nodes { methods } } }" }) })
      .then((response) => response.json()).then(({ data }) => data.sessions.nodes)`);
    expect(methods).toEqual([{ methods: ["PASSKEY"] }]);

    // In a browser that offers no passkeys in fields, by the button.
    await page.addInitScript(
      "PublicKeyCredential.isConditionalMediationAvailable = async () => false",
    );
    await openOwnLogIn(page, person);
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByRole("button", { name: "Log in with a passkey" }).click();
    await page.waitForURL((url) => url.pathname !== "/log-in");
    await openOwnLogIn(page, person);

    await page.getByRole("button", { name: /^Remove Passkey/ }).click();
    await page.getByRole("button", { name: /^Remove Passkey/ }).waitFor({ state: "detached" });
    await mailTo(person.email, /passkey was removed/);
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByRole("button", { name: "Log in with a passkey" }).click();
    await page.getByRole("alert").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("neither a page of elsewhere, nor an answer used twice, nor a copy of a device is let in", async () => {
    const { context, page, device } = await openPage();
    await logInByPassword(page);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: /^Remove Passkey/ }).waitFor();
    const earlier = await device.held();

    const signed = await sign(page);
    expect(await submit(signed)).toBe(person.accountId);
    expect(await submit(signed)).toBe("PASSKEY_REFUSED");
    expect(await submit(await sign(page))).toBe(person.accountId);

    // The browser lets any page of this host's name use the passkey; its answer says which page it was.
    await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
    expect(await submit(await sign(page))).toBe("PASSKEY_REFUSED");

    await page.goto(logInPage());
    await device.restore(earlier);
    expect(await submit(await sign(page))).toBe("PASSKEY_REFUSED");
    await context.close();
  });
});
