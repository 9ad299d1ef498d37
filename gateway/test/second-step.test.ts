import { Secret, TOTP } from "otpauth";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, demand } from "./support/ask.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { openOwnLogIn } from "./support/entry.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { register, type Person } from "./support/people.ts";
import { runningPlatform } from "./support/running-platform.ts";

describe.skipIf(chromiumProgram === null)("with an authenticator app, in a browser", () => {
  let browser: Browser;
  let person: Person;
  let recoveryCodes: readonly string[];
  beforeAll(async () => {
    browser = await launchChromium();
    person = await register("Tove");
    const { token } = person;
    const { beginAuthenticator } = await demand({
      query: "mutation { beginAuthenticator { secret } }",
      token,
    });
    const app = new TOTP({ secret: Secret.fromBase32(beginAuthenticator.secret) });
    const { confirmAuthenticator } = await demand({
      query: `mutation ($input: ConfirmAuthenticatorInput!) { confirmAuthenticator(input: $input) { codes } }`,
      variables: { input: { code: app.generate() } },
      token,
    });
    recoveryCodes = confirmAuthenticator.codes;
  });
  afterAll(() => browser?.close());

  async function openPage(path: string) {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(new URL(path, runningPlatform().graphql).href);
    return { context, page };
  }

  test("check 34: a person shows a code after the password, and nobody is logged in before", async () => {
    expect((await mailTo(person.email, /ask for a code now/)).text).toContain("recovery codes");
    const { context, page } = await openPage("/log-in");
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await page.keyboard.press("Enter");
    const code = page.getByLabel("Code of your authenticator app, or a recovery code");
    await code.fill("000000");
    expect(await context.cookies()).toEqual([]);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByText("The code is wrong").first().waitFor();
    await code.fill(recoveryCodes[0] ?? "");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.waitForURL((url) => url.pathname !== "/log-in");
    await openOwnLogIn(page, person);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(["__Host-tidbok-session"]);
    await context.close();
  });

  test("a mailed link alone replaces no password", async () => {
    await demand({
      query:
        "mutation ($input: RequestRecoveryInput!) { requestRecovery(input: $input) { nextStep } }",
      variables: { input: { email: person.email } },
    });
    const mail = await mailTo(person.email, /new password/);
    const { context, page } = await openPage(`/recover#${linkIn(mail, "recover")}`);
    await page.getByLabel("New password").fill("staple battery correct");
    await page.getByRole("button", { name: "Choose the password" }).click();
    const code = page.getByLabel("Code of your authenticator app, or a recovery code");
    await code.fill(recoveryCodes[1] ?? "");
    await page.getByRole("button", { name: "Choose the password" }).click();
    await page.getByRole("heading", { name: "You have a new password" }).waitFor();
    const { email, password } = person;
    const { errors } = await ask({
      query: "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }",
      variables: { input: { email, password, delivery: "TOKENS" } },
    });
    expect(errors?.[0]?.extensions.code).toBe("LOGIN_FAILED");
    await context.close();
  });
});
