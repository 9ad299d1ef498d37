import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { openEntry } from "./support/entry.ts";

const pages = [
  "/log-in",
  "/sign-up",
  "/verify#x",
  "/recover#x",
  "/invitation#x",
  "/change-email#x",
  "/enrol#x",
];
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
// Each theme with each size, each language with each theme and with each size.
const eachPair = [
  { colorScheme: "light", viewport: desktop, language: "en" },
  { colorScheme: "dark", viewport: phone, language: "en" },
  { colorScheme: "dark", viewport: desktop, language: "sv" },
  { colorScheme: "light", viewport: phone, language: "sv" },
  { colorScheme: "light", viewport: desktop, language: "ar-XB" },
  { colorScheme: "dark", viewport: phone, language: "ar-XB" },
] as const;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe.skipIf(chromiumProgram === null)("each page of the log-in family", () => {
  let browser: Browser;
  let program: string;
  beforeAll(async () => {
    browser = await launchChromium();
    program = await readFile(axe, "utf8");
  });
  afterAll(() => browser?.close());

  async function violations(page: Page): Promise<unknown> {
    await page.evaluate(program);
    return page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`);
  }

  test.each(pages)(
    "check 5: %s leaves the console empty and has no inline script or style",
    async (path) => {
      const { context, page, complaints } = await openEntry(browser, path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const planted = "script:not([src]):not([type='application/json']), [style]";
      expect(await page.locator(planted).count()).toBe(0);
      expect(complaints).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    },
  );

  test.each(pages)(
    "check 19: axe finds nothing on %s, also with its mistakes told",
    async (path) => {
      const [bare = "", hash] = path.split("#");
      for (const { language, ...looks } of eachPair) {
        const address = `${bare}?lang=${language}${hash ? `#${hash}` : ""}`;
        const { context, page } = await openEntry(browser, address, looks);
        expect(await violations(page)).toEqual([]);
        await page.locator("form button[type=submit]").first().click();
        await page.getByRole("alert").first().waitFor();
        expect(await violations(page)).toEqual([]);
        await context.close();
      }
    },
  );

  test.each(pages)(
    "check 20: %s scrolls down only, at 320 px and with texts 40 %% longer",
    async (path) => {
      const [bare = "", hash] = path.split("#");
      const viewport = { width: 320, height: 568 };
      for (const language of ["en", "sv", "en-XA"]) {
        const address = `${bare}?lang=${language}${hash ? `#${hash}` : ""}`;
        const { context, page } = await openEntry(browser, address, { viewport, hasTouch: true });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
        const heights = `[...document.querySelectorAll("main button, main input, main select")]
        .map((each) => (each.type === "checkbox" ? each.parentElement : each).getBoundingClientRect())
        .filter(({ height }) => height > 0 && height < 44)`;
        expect(await page.evaluate(heights)).toEqual([]);
        await context.close();
      }
    },
  );

  test.each(pages)("%s says in one sentence what it needs, with JavaScript off", async (path) => {
    for (const [language, sentence] of [
      ["en", "This page needs JavaScript"],
      ["sv", "Sidan behöver JavaScript"],
    ]) {
      const address = path.replace(/#|$/, (end) => `?lang=${language}${end}`);
      const { context, page } = await openEntry(browser, address, { javaScriptEnabled: false });
      const told = page.locator("noscript");
      expect(await told.isVisible()).toBe(true);
      expect(await told.innerText()).toContain(sentence);
      await context.close();
    }
  });
});
