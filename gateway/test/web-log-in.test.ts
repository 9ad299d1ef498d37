import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicOrigin } from "./support/apps.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { logInOnPage, openEntry, openOwnLogIn } from "./support/entry.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { newPerson, register, signUp, type Person } from "./support/people.ts";

describe.skipIf(chromiumProgram === null)("the log-in in a browser", () => {
  let browser: Browser;
  let person: Person;
  beforeAll(async () => {
    browser = await launchChromium();
    person = await register("Lotta");
  });
  afterAll(() => browser?.close());

  test("check 34: with address and password by keyboard alone, and out again", async () => {
    const { context, page, complaints } = await openEntry(browser, "/log-in");
    const focused = () => page.evaluate<string>("document.activeElement.id");
    while ((await focused()) !== "email") await page.keyboard.press("Tab");
    await page.keyboard.type(person.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/log-in");
    expect((await context.cookies()).map(({ name }) => name)).toEqual(["__Host-tidbok-session"]);

    await openOwnLogIn(page, person);
    await page.getByRole("button", { name: "Log out" }).press("Enter");
    await page.getByLabel("Password").waitFor();
    expect(await context.cookies()).toEqual([]);
    const stored = await page.evaluate("localStorage.length + sessionStorage.length");
    expect(stored).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("check 34: with a mailed link, which a press follows and a reload does not lose", async () => {
    const { context, page } = await openEntry(browser, "/log-in");
    await page.getByRole("button", { name: "Mail me a link instead" }).click();
    await page.getByLabel("E-mail address").fill(person.email);
    await page.keyboard.press("Enter");
    await page.getByText("If the address has an account").waitFor();
    const token = linkIn(await mailTo(person.email, /link to log in/i), "log-in");

    const {
      page: other,
      addresses,
      context: elsewhere,
    } = await openEntry(browser, `/log-in#${token}`);
    expect(new URL(other.url()).hash).toBe("");
    await other.reload();
    await other.getByRole("link", { name: "Svenska" }).click();
    await other.getByRole("button", { name: "Logga in" }).click();
    await other.waitForURL((url) => url.pathname !== "/log-in");
    expect(addresses.filter((address) => address.split("#")[0]?.includes(token))).toEqual([]);
    await openOwnLogIn(other, person);
    await elsewhere.close();

    // It worked once; the page says so, and shows the other ways in.
    // The page is the same, so that the browser loads nothing by itself: the page does.
    await page.goto(`${publicOrigin()}/log-in#${token}`);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await page.getByRole("alert").getByText("This link is not valid").waitFor();
    await page.getByLabel("Password").waitFor();
    await context.close();
  });

  test("says where it leads, and leads to no stranger's site", async () => {
    const { context, page } = await openEntry(browser, "/log-in?to=/graphiql");
    await page.getByText("After that you are on the explorer of the graph.").waitFor();
    await logInOnPage(page, person);
    expect(new URL(page.url()).pathname).toBe("/graphiql");
    await context.close();

    const lured = await openEntry(browser, "/log-in?to=//elsewhere.example/app");
    await lured.page.getByText(/After that you are on/).waitFor();
    await logInOnPage(lured.page, person);
    expect(new URL(lured.page.url()).origin).toBe(publicOrigin());
    await lured.context.close();
  });

  test("check 18: mistakes are told in a summary with the focus and at their fields, and values stay", async () => {
    const { context, page } = await openEntry(browser, "/log-in");
    await page.getByLabel("E-mail address").fill("no address");
    await page.keyboard.press("Enter");
    const summary = page.getByRole("alert");
    await summary.waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("alert");
    await summary.getByRole("link", { name: /no e-mail address/ }).click();
    const email = page.getByLabel("E-mail address");
    expect(await page.evaluate("document.activeElement.id")).toBe("email");
    expect(await email.getAttribute("aria-describedby")).toBe("email-problem");
    expect(await email.inputValue()).toBe("no address");

    await email.fill(person.email);
    await page.getByLabel("Password").fill("not the password");
    await page.keyboard.press("Enter");
    await summary.getByText("The address or the password is not right.").waitFor();
    expect(await email.inputValue()).toBe(person.email);
    expect(new URL(page.url()).hash).toBe("");
    await context.close();
  });

  test("password managers find a form with the fields that they know", async () => {
    const { context, page } = await openEntry(browser, "/log-in");
    const tokens = (selector: string) =>
      page.evaluate(`[...document.querySelectorAll("form ${selector}")]
        .map((field) => field.getAttribute("autocomplete"))`);
    expect(await tokens("input")).toEqual(["username webauthn", "current-password"]);
    await page.goto(`${publicOrigin()}/sign-up`);
    expect(await tokens("input:not([type=checkbox])")).toEqual([
      "name",
      "username",
      "new-password",
    ]);
    await context.close();
  });

  test("check 33, its first part: from sign-up to being logged in, by the mail's link", async () => {
    const newcomer = newPerson("Nils");
    const { context, page, complaints } = await openEntry(browser, "/sign-up", {
      timezoneId: "America/New_York",
    });
    expect(await page.getByLabel("Your time zone").inputValue()).toBe("America/New_York");
    await page.getByLabel("Your name").fill(newcomer.name);
    await page.getByLabel("E-mail address").fill(newcomer.email);
    await page.getByLabel("Password").fill("passwordpassword");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("This has to be ticked to go on.").first().waitFor();
    await page.getByLabel("I am 16 or older").check();
    await page.getByLabel(/I accept the privacy policy/).check();
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByRole("alert").getByText("Others would guess this password first").waitFor();
    await page.getByLabel("Password").fill(newcomer.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
    await page.getByRole("button", { name: "That address is wrong: change it" }).click();
    expect(await page.getByLabel("Your name").inputValue()).toBe(newcomer.name);

    const token = linkIn(await mailTo(newcomer.email, /confirm/i), "verify");
    await page.goto(`${publicOrigin()}/verify#${token}`);
    expect(new URL(page.url()).hash).toBe("");
    await page.getByRole("button", { name: "Confirm and log in" }).press("Enter");
    await page.waitForURL((url) => url.pathname !== "/verify");
    await openOwnLogIn(page, newcomer);
    // The browser reports refusals of the graph by itself.
    expect(complaints.filter((each) => !each.includes("status of 400"))).toEqual([]);

    // A later visit, by a browser without the session, logs in no person.
    await context.clearCookies();
    await page.goto(`${publicOrigin()}/verify#${token}`);
    await page.getByRole("button", { name: "Confirm and log in" }).click();
    await page.getByRole("heading", { name: "Your address was confirmed before" }).waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("an address that is not verified yet is told what to do, after the right password only", async () => {
    const newcomer = newPerson("Olle");
    await signUp(newcomer);
    const { context, page } = await openEntry(browser, "/log-in");
    await page.getByLabel("E-mail address").fill(newcomer.email);
    await page.getByLabel("Password").fill(newcomer.password);
    await page.keyboard.press("Enter");
    await page
      .getByRole("alert")
      .getByText(/is not confirmed yet|not right/)
      .waitFor();
    await context.close();
  });
});
