import { siteHtml, siteScript } from "@tidbok/embed-react/site";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { publicOrigin } from "./support/apps.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { bookingPath, toForm } from "./support/booking-page.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { allow, bookingFrame, openSite, startSite, type Site } from "./support/embedding-site.ts";

describe.skipIf(chromiumProgram === null)("the React component", () => {
  let browser: Browser;
  let stage: Stage;
  let site: Site;
  beforeAll(async () => {
    const script = siteScript();
    [browser, stage] = await Promise.all([launchChromium(), openStage("Rut")]);
    const html = siteHtml({ origin: publicOrigin(), page: bookingPath(stage).slice(1) });
    const code = await script;
    site = await startSite(
      (path) => (path === "/site.js" ? { body: code, type: "text/javascript" } : { body: html }),
      `default-src 'none'; script-src 'self' ${publicOrigin()}; frame-src ${publicOrigin()}`,
    );
    await allow(stage, [site.origin]);
  });
  afterAll(() => Promise.all([browser.close(), site?.stop()]));

  test("check 59: a page drawn on the server comes alive without a warning, and `onBooked` is called once", async () => {
    const { context, page, said } = await openSite(browser, site.origin);
    const frame = await bookingFrame(page);
    await toForm(frame);
    expect(await frame.getByLabel("Name").inputValue()).toBe("Rea React");
    await frame.getByRole("button", { name: /^Book / }).click();
    await frame.getByRole("heading", { name: "It is booked" }).waitFor();
    await page.locator("output", { hasText: "CONFIRMED" }).waitFor();
    expect(await page.locator("output").textContent()).toBe("CONFIRMED");
    expect(said.filter((line) => !line.includes("React DevTools"))).toEqual([]);
    await context.close();
  });
});
