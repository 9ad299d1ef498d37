import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openStage, type Stage } from "./support/bookings.ts";
import { fillForm, openBookingPage, toForm } from "./support/booking-page.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";

describe.skipIf(chromiumProgram === null)("the form of the booking page", () => {
  let browser: Browser;
  let stage: Stage;
  const open = (options: BrowserContextOptions & { query?: string; of?: Stage } = {}) =>
    openBookingPage(browser, { of: stage, ...options });

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), openStage("Hugo")]);
  });
  afterAll(() => browser.close());

  test("check 18: mistakes stand in a summary with focus, lead to their fields, and keep what was written", async () => {
    const { context, page } = await open();
    await toForm(page);
    await page.getByLabel("E-mail", { exact: true }).fill("anna");
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByRole("heading", { name: "2 fields need your attention" }).waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('aria-labelledby')")).toBe(
      "mistakes",
    );
    await page.getByRole("link", { name: /^E-mail/ }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("email");
    expect(await page.getByLabel("E-mail", { exact: true }).inputValue()).toBe("anna");
    await context.close();
  });

  test("checks 22, 27: without a hold, and after a lost answer, one booking is made", async () => {
    const { context, page } = await open();
    let lost = 0;
    const keys: string[] = [];
    await page.route("**/graphql", async (route) => {
      const body = route.request().postDataJSON() as {
        query: string;
        variables: { input: { idempotencyKey: string } };
      };
      if (body.query.includes("holdSlot")) return route.abort();
      if (!body.query.includes("bookMeeting")) return route.continue();
      keys.push(body.variables.input.idempotencyKey);
      if (++lost > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await toForm(page);
    await fillForm(page);
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByText("you will not be booked twice").waitFor();
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByRole("heading", { name: "It is booked" }).waitFor();
    expect(keys[1]).toBe(keys[0]);
    await context.close();
  });

  test("check 12: a time that was taken meanwhile is told, and one click books another with what was written", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await two.page.route("**/graphql", (route) =>
      (route.request().postData() ?? "").includes("holdSlot") ? route.abort() : route.continue(),
    );
    const start = async (page: Page) => {
      await page.locator("[role=grid] button[aria-disabled=false]").nth(1).click();
      await page.locator("[data-start]").first().click();
      await page.getByLabel("Name").waitFor();
      await fillForm(page);
    };
    await start(two.page);
    await start(one.page);
    await one.page.getByRole("button", { name: /^Book / }).click();
    await one.page.getByRole("heading", { name: "It is booked" }).waitFor();
    await two.page
      .getByRole("button", { name: /^Book \w+day/ })
      .last()
      .click();
    await two.page.getByText("What you wrote is kept").waitFor();
    expect(await two.page.getByLabel("Name").inputValue()).toBe("Anna Attendee");
    const near = two.page.getByRole("button", { name: /instead$/ });
    expect(await near.count()).toBeLessThanOrEqual(3);
    await near.first().click();
    await two.page.getByRole("heading", { name: "It is booked" }).waitFor();
    await Promise.all([one.context.close(), two.context.close()]);
  });

  test("check 25: each kind of question is asked with its purpose and retention, and its answer arrives", async () => {
    const kinds = ["TEXT", "LONG_TEXT", "CHOICE", "NUMBER", "PHONE", "EMAIL", "CONSENT"];
    const asking = await openStage("Quinn", {
      questions: kinds.map((kind) => ({
        kind,
        label: `About ${kind}`,
        isRequired: true,
        purposes: ["PROVIDE_SCHEDULE"],
        retentionDays: 30,
        ...(kind === "CHOICE" && { choices: ["left", "right"] }),
      })),
    });
    const { context, page, said } = await open({ of: asking });
    await toForm(page);
    await fillForm(page);
    expect(await page.getByText("Asked to hold the meeting. Kept for 30 days").count()).toBe(7);
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
    await page.getByLabel("About TEXT").fill("short");
    await page.getByLabel("About LONG_TEXT").fill("long\ntext");
    await page.getByLabel("About CHOICE").selectOption("right");
    await page.getByLabel("About NUMBER").fill("3,5");
    await page.getByLabel("About PHONE").fill("+46 8 123 456 78");
    await page.getByLabel("About EMAIL").fill("other@people.example");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByRole("heading", { name: "It is booked" }).waitFor();
    expect(said).toEqual([]);
    await context.close();
  });

  test("check 23: a series is booked in one go", async () => {
    const repeating = await openStage("Sven", { maximumOccurrences: 4 });
    const { context, page } = await open({ of: repeating });
    await toForm(page);
    await fillForm(page);
    await page.getByLabel("How many meetings").selectOption("3");
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByRole("heading", { name: "It is booked" }).waitFor();
    expect(await page.getByRole("link", { name: "Move or cancel it" }).count()).toBe(3);
    await context.close();
  });
});
