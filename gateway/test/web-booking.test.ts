import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicOrigin } from "./support/apps.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import {
  axeProblems,
  bookingPath,
  fillForm,
  openBookingPage,
  toForm,
} from "./support/booking-page.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";

describe.skipIf(chromiumProgram === null)("the booking page", () => {
  let browser: Browser;
  let stage: Stage;
  const open = (options: BrowserContextOptions & { query?: string; of?: Stage } = {}) =>
    openBookingPage(browser, { of: stage, ...options });

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), openStage("Hugo")]);
  });
  afterAll(() => browser.close());

  test("checks 3, 5, 9, 10: a visitor books by mouse, quietly, and nothing is left in the browser or an address", async () => {
    const { context, page, said, requests } = await open();
    await toForm(page);
    await fillForm(page);
    await page.getByRole("button", { name: /^Book / }).click();
    await page.getByRole("heading", { name: "It is booked" }).waitFor();
    expect(await page.getByText("a…@people.example").count()).toBe(1);
    expect(
      await page.getByRole("link", { name: "Move or cancel it" }).getAttribute("href"),
    ).toContain("/manage#");
    expect(said).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    expect(await page.evaluate("indexedDB.databases().then((list) => list.length)")).toBe(0);
    expect(requests.filter((url) => !url.startsWith(publicOrigin()))).toEqual([]);
    expect([page.url(), ...requests].join(" ")).not.toMatch(/anna|people\.example|#/i);
    await context.close();
  });

  test("check 1: the page weighs what it may, in at most four requests", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const sizes: { type: string; size: number }[] = [];
    page.on("requestfinished", (request) => {
      void request
        .sizes()
        .then(({ responseBodySize }) =>
          sizes.push({ type: request.resourceType(), size: responseBodySize }),
        );
    });
    await page.goto(`${publicOrigin()}${bookingPath(stage)}`, { waitUntil: "networkidle" });
    const weight = (type: string) =>
      sizes.filter((each) => each.type === type).reduce((sum, { size }) => sum + size, 0);
    expect(weight("script")).toBeLessThanOrEqual(30_000);
    expect(weight("document")).toBeLessThanOrEqual(12_000);
    expect(sizes.length).toBeLessThanOrEqual(4);
    await context.close();
  });

  test("check 4: the HTML is equal with and without a session cookie", async () => {
    const read = async (headers: Record<string, string>) => {
      const response = await fetch(`${publicOrigin()}${bookingPath(stage)}`, { headers });
      expect(response.headers.getSetCookie()).toEqual([]);
      return (await response.text()).replace(/"now":\d+/, "");
    };
    expect(await read({ cookie: "__Host-tidbok_session=anything" })).toBe(await read({}));
  });

  test("check 13: another zone needs no request; each slot keeps its instant", async () => {
    const { context, page, requests } = await open();
    await page.locator("[role=grid] button[aria-disabled=false]").nth(2).click();
    const starts = () =>
      page
        .locator("[data-start]")
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset["start"]));
    const before = await starts();
    await page.waitForLoadState("networkidle");
    const questions = () => requests.filter((url) => !url.includes("/assets/")).length;
    const asked = questions();
    await page.getByRole("button", { name: "Change time zone" }).click();
    await page.getByRole("combobox").fill("Auckland");
    await page.keyboard.press("Enter");
    expect(await page.locator("strong", { hasText: "Auckland" }).count()).toBe(1);
    expect(questions()).toBe(asked);
    expect(page.url()).toContain("zone=Pacific%2FAuckland");
    const days = page.locator("[role=grid] button[aria-disabled=false]");
    const all: (string | undefined)[] = [];
    for (let index = 0; index < Math.min(5, await days.count()); index++) {
      await days.nth(index).click();
      all.push(...(await starts()));
    }
    expect(before.filter((start) => all.includes(start)).length).toBeGreaterThan(0);
    await context.close();
  });

  test("check 14: the browser's language decides on clock and first weekday; hidden zones are asked once", async () => {
    const swede = await open({ locale: "sv-SE" });
    expect(await swede.page.locator("th").first().textContent()).toMatch(/^mån/);
    expect(
      await swede.page.getByRole("button", { name: "24 h" }).getAttribute("aria-pressed"),
    ).toBe("true");
    await swede.context.close();
    const american = await open({ locale: "en-US" });
    expect(await american.page.locator("th").first().textContent()).toBe("Sun");
    expect(
      await american.page.getByRole("button", { name: "12 h" }).getAttribute("aria-pressed"),
    ).toBe("true");
    await american.context.close();
    const hidden = await open({ timezoneId: "UTC" });
    expect(await hidden.page.getByText("Choose your time zone.").count()).toBe(1);
    await hidden.context.close();
  });

  test("checks 11, 15, 16, 17: the grid is named, has one tab stop and moves by keys; a chosen day has focus on its times", async () => {
    const { context, page } = await open();
    const grid = page.getByRole("grid");
    expect(await grid.locator("button[tabindex='0']").count()).toBe(1);
    const free = grid.locator("button[aria-disabled=false]").first();
    expect(await free.getAttribute("aria-label")).toMatch(/^\w+day \d+ \w+, \d+ times?$/);
    await free.focus();
    const at = () => page.evaluate("document.activeElement.dataset.date");
    const first = (await at()) as string;
    await page.keyboard.press("ArrowDown");
    expect(Date.parse((await at()) as string) - Date.parse(first)).toBe(7 * 86_400_000);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("PageDown");
    const month = async () => String(await at()).slice(5, 7);
    await expect.poll(month).toMatch(/^\d\d$/);
    expect(await month()).not.toBe(first.slice(5, 7));
    await page.keyboard.press("PageUp");
    await expect.poll(at).toBe(first);
    await page.keyboard.press("Enter");
    const focused = () =>
      page.evaluate("document.activeElement.id + ' ' + document.activeElement.textContent");
    await expect.poll(focused).toMatch(/^times .+times in Stockholm/);
    await page.getByRole("button", { name: "Choose another day" }).click();
    await expect.poll(at).toBe(first);
    await context.close();
  });

  test.each([
    ["light", 1280, "en"],
    ["dark", 1280, "sv"],
    ["light", 320, "sv"],
    ["dark", 320, "en"],
    ["light", 1280, "ar-XB"],
  ] as const)(
    "checks 19, 20: %s, %i px wide, %s: axe finds nothing, nothing scrolls sideways",
    async (colorScheme, width, lang) => {
      const { context, page } = await open({
        colorScheme,
        viewport: { width, height: 568 },
        query: `?lang=${lang}`,
      });
      const sideways = () =>
        page.evaluate(
          "document.documentElement.scrollWidth > document.documentElement.clientWidth",
        );
      expect([await axeProblems(page), await sideways()]).toEqual([[], false]);
      await page.locator("[role=grid] button[aria-disabled=false]").first().click();
      expect([await axeProblems(page), await sideways()]).toEqual([[], false]);
      await page.locator("[data-start]").first().click();
      await page.locator("#name").waitFor();
      await page.locator("button[type=submit]").click();
      expect([await axeProblems(page), await sideways()]).toEqual([[], false]);
      await context.close();
    },
  );

  test("check 26: without script there are the description and the times of two weeks", async () => {
    const { context, page } = await open({ javaScriptEnabled: false });
    expect(await page.locator("noscript p").textContent()).toContain("must run JavaScript");
    expect(await page.locator("noscript li").count()).toBeGreaterThan(3);
    await context.close();
  });
});
