import { eventually } from "@tidbok/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicOrigin, sessionCookie } from "./support/apps.ts";
import { attemptAt, book, openStage, type Stage } from "./support/bookings.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { demand, post } from "./support/ask.ts";
import { findings } from "./support/axe.ts";
import { openApp } from "./support/open-app.ts";

const dayOf = (instant: string | undefined) => instant?.slice(0, 10) ?? "";

describe.skipIf(chromiumProgram === null)("the agenda in a browser", () => {
  let browser: Browser;
  let stage: Stage;
  const week = () => `/app?view=week&date=${dayOf(stage.slots[0])}`;

  beforeAll(async () => {
    browser = await launchChromium();
    stage = await openStage("Agda");
  });
  afterAll(() => browser?.close());

  const open = (path: string, options = {}) =>
    openApp(browser, { person: stage.host, path, ...options });

  test("without a session the app leads to the log-in, and the log-in leads back", async () => {
    const { page, close } = await openApp(browser, { path: "/app?view=day&date=2027-02-01" });
    await page.waitForURL(/\/log-in\?to=/);
    const { email, password } = stage.host;
    await page.locator('input[type="email"]').fill(email);
    await page.locator('input[type="password"]').fill(password);
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await page.waitForURL(/\/app\?view=day&date=2027-02-01$/);
    await page.getByRole("heading", { level: 1, name: "Monday 1 February" }).waitFor();
    await close();
  });

  test("a week without bookings has the link to share", async () => {
    const { page, close } = await open(week());
    await page.getByText("Nothing is booked here yet").waitFor();
    const share = page.getByRole("link", { name: /Booking page of Acme/ });
    expect(await share.getAttribute("href")).toBe(`${publicOrigin()}/@${stage.organization.slug}`);
    await close();
  });

  test("check 37: a new booking appears and is announced; arrows move; the tree is in the order of time", async () => {
    const { page, close } = await open(week());
    await page.getByText("Nothing is booked here yet").waitFor();
    const [late, early] = [
      attemptAt(stage, stage.slots[4] ?? ""),
      attemptAt(stage, stage.slots[0] ?? ""),
    ];
    await book(late);
    await book(early);
    await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
    await page.getByText("2 new bookings").waitFor();
    const entries = page.locator("[data-entry]");
    const texts = await entries.allInnerTexts();
    expect(texts.map((text) => text.includes(early.attendee.name))).toEqual([true, false]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await focusedText(page)).toContain(late.attendee.name);
    await page.keyboard.press("ArrowLeft");
    expect(await focusedText(page)).toContain(early.attendee.name);
    await close();
  });

  test("keys change the view, and can be switched off", async () => {
    const { page, close } = await open("/app?date=2027-02-03");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("d");
    await page.getByRole("heading", { level: 1, name: "Wednesday 3 February" }).waitFor();
    await page.keyboard.press("l");
    await page.getByRole("button", { name: "List", pressed: true }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("checkbox").click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await page.getByRole("dialog").getByRole("checkbox").isChecked()).toBe(false);
    expect(new URL(page.url()).searchParams.get("view")).toBe("list");
    await close();
  });

  test("check 40: a booking that waits is confirmed by mouse, and declined by keyboard, with an undo", async () => {
    const waiting = await openStage("Pernilla", { needsConfirmation: true });
    const [first, second] = waiting.slots.slice(0, 2).map((slot) => attemptAt(waiting, slot));
    const [one, two] = [await book(first!), await book(second!)];
    const { page, close } = await openApp(browser, { person: waiting.host, path: "/app" });
    await page.getByRole("heading", { name: "2 bookings wait for your answer" }).waitFor();
    await page
      .getByRole("button", { name: new RegExp(`^Confirm: .*${first!.attendee.name}`) })
      .click();
    await page.getByRole("heading", { name: "1 booking waits for your answer" }).waitFor();
    expect(await stateOf(one.id, waiting)).toBe("CONFIRMED");

    const decline = page.getByRole("button", { name: /^Decline: / });
    await decline.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox").fill("Not this week");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await decline.waitFor();
    expect(await stateOf(two.id, waiting)).toBe("PENDING");
    await decline.click();
    await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
    // Leaving the page sends at once what waits.
    await page.goto("about:blank");
    await eventually(async () => expect(await stateOf(two.id, waiting)).toBe("DECLINED"));
    await close();
  });

  test("check 5: the console is empty, text becomes neither code nor HTML, nothing is inline", async () => {
    const { page, problems, close } = await open(week());
    await page.locator("[data-entry]").first().waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(problems).toEqual([]);
    // From a timer: what the protocol runs by itself is not held to the page's policy.
    const thrown = await page.evaluate(() => {
      const throws = (act: () => unknown) => {
        try {
          act();
          return false;
        } catch {
          return true;
        }
      };
      const div = document.createElement("div");
      const acts = [() => (0, eval)("1"), () => (div.innerHTML = "<b>")];
      return new Promise((resolve) => setTimeout(() => resolve(acts.map(throws))));
    });
    expect(thrown).toEqual([true, true]);
    const html = await (await fetch(`${publicOrigin()}/app`)).text();
    expect(html).not.toMatch(/<script(?![^>]*src=)| style=|<style/);
    await close();
  });

  test.each([
    ["en-GB", "light", 1280],
    ["en-GB", "dark", 1280],
    ["sv-SE", "light", 390],
    ["sv-SE", "dark", 390],
  ] as const)(
    "check 19: axe finds nothing in %s, %s, %i wide",
    async (locale, colorScheme, width) => {
      const { page, close } = await open(week(), { locale, colorScheme, width });
      await page.locator("[data-entry]").first().waitFor();
      expect(await findings(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await close();
    },
  );

  test("logging out ends the session and clears what was stored", async () => {
    const { page, close } = await open("/app");
    await page.getByRole("button", { name: "Log out" }).click();
    await page.waitForURL(/\/log-in$/);
    await page.goto(`${publicOrigin()}/app`);
    await page.waitForURL(/\/log-in\?to=/);
    await close();
    const cookie = await sessionCookie(stage.host);
    const answer = await post({
      query: "mutation { logOut { isLoggedOut } }",
      headers: { cookie },
    });
    expect(answer.headers.get("clear-site-data")).toContain('"storage"');
  });
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

async function stateOf(id: string, { host }: Stage): Promise<string> {
  const query = "query ($id: ID!) { booking(id: $id) { state } }";
  return (await demand({ query, variables: { id }, token: host.token })).booking.state as string;
}
