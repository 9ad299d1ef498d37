import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicOrigin } from "./support/apps.ts";
import { attemptAt, book, openStage, type Booked, type Stage } from "./support/bookings.ts";
import { axeProblems } from "./support/booking-page.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { keyOf, signed } from "./support/keys.ts";
import { inState, openManagePage } from "./support/manage-page.ts";

describe.skipIf(chromiumProgram === null)("the page of a booking", () => {
  let browser: Browser;
  let stage: Stage;
  let mine: Booked;

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), openStage("Malva")]);
    mine = await book(attemptAt(stage, stage.slots[0] ?? ""));
  });
  afterAll(() => browser.close());

  test("check 5: the console is empty, and the HTML has no inline script and no style attribute", async () => {
    const { context, page, said } = await openManagePage(browser, { token: mine.manageToken });
    await inState(page, "confirmed");
    expect(said).toEqual([]);
    await context.close();
    const html = await (await fetch(`${publicOrigin()}/manage`)).text();
    expect(html).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(html).not.toMatch(/ style=/);
  });

  test("check 9: the secret is in no address, in no storage, and a reload and a change of language keep the booking", async () => {
    const { context, page, requests } = await openManagePage(browser, { token: mine.manageToken });
    await inState(page, "confirmed");
    expect(page.url()).toBe(`${publicOrigin()}/manage`);
    await page.reload();
    await inState(page, "confirmed");
    await page.getByRole("link", { name: "Svenska" }).click();
    await page.getByText("Bekräftad").first().waitFor();
    expect(page.url()).toBe(`${publicOrigin()}/manage?lang=sv`);
    const addresses = requests.map((url) => url.split("#")[0]).join(" ");
    expect(addresses).not.toContain(mine.manageToken.slice(-40));
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    expect(requests.filter((url) => !url.startsWith(publicOrigin()))).toEqual([]);
    await context.close();
  });

  test("check 29: wrong, expired and foreign links look equal, after one request each", async () => {
    const [, payload = ""] = mine.manageToken.split(".");
    const { sub, bookingId } = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
      sub: string;
      bookingId: string;
    };
    const claims = {
      typ: "manage+jwt",
      claims: { bookingId },
      issuer: "scheduling",
      audience: "gateway",
      subject: sub,
    };
    const tokens = [
      "not-a-link",
      `${mine.manageToken.slice(0, -8)}AAAAAAAA`,
      await signed(keyOf("scheduling-manage-link"), { ...claims, expiresIn: -60, issuedAgo: 90 }),
      await signed(keyOf("identity-access"), claims),
    ];
    const shown = [];
    for (const token of tokens) {
      const { context, page, requests } = await openManagePage(browser, { token });
      await inState(page, "link-bad");
      const asked = requests.filter((url) => url.endsWith("/graphql")).length;
      shown.push({ text: await page.locator("main").innerText(), asked });
      await context.close();
    }
    expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(shown[0]?.asked).toBe(1);
    const none = await openManagePage(browser, { token: "" });
    await inState(none.page, "link-bad");
    expect(await none.page.locator("main").innerText()).toBe(shown[0]?.text);
    await none.context.close();
  });

  test("check 30: after the deadline there is no button but until when it was possible, before it the deadline is told", async () => {
    const noticed = async (changeNoticeMinutes: number) => {
      const of = await openStage("Mira", { changeNoticeMinutes });
      const { manageToken } = await book(attemptAt(of, of.slots[0] ?? ""));
      const opened = await openManagePage(browser, { token: manageToken });
      await inState(opened.page, "confirmed");
      return opened;
    };
    const late = await noticed(20 * 24 * 60);
    expect(await late.page.getByText(/could be moved or cancelled until/).count()).toBe(1);
    for (const name of ["Move it", "Cancel it"]) {
      expect(await late.page.getByRole("button", { name }).count()).toBe(0);
    }
    const early = await noticed(60);
    expect(await early.page.getByText(/can move or cancel it until .*Stockholm/).count()).toBe(1);
    expect(await early.page.getByRole("button", { name: "Move it" }).count()).toBe(1);
    await Promise.all([late.context.close(), early.context.close()]);
  });

  test("keyboard alone: a cancellation is begun and undone, and the focus is never lost", async () => {
    const { context, page } = await openManagePage(browser, { token: mine.manageToken });
    await inState(page, "confirmed");
    await tabTo(page, "Cancel it");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Cancel the booking?");
    await tabTo(page, "Back");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Cancel it");
    await page.keyboard.press("Enter");
    await tabTo(page, "Yes, cancel it");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Undo");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Introduction");
    await context.close();
  });

  test("what was undone is not sent by a page that is left at once", async () => {
    const { context, page, requests } = await openManagePage(browser, { token: mine.manageToken });
    await inState(page, "confirmed");
    await page.locator("[data-opens=cancel]").click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await page.getByRole("button", { name: "Undo" }).waitFor();
    const before = requests.length;
    // Both in one task: the page is not drawn between them.
    await page.getByRole("button", { name: "Undo" }).evaluate((button) => {
      (button as unknown as { click: () => void }).click();
      dispatchEvent(new Event("pagehide"));
    });
    await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
    await page.reload();
    await inState(page, "confirmed");
    const posted = requests.slice(before).filter((url) => url.endsWith("/graphql"));
    expect(posted).toHaveLength(1);
    await context.close();
  });

  const looks = ["light", "dark"] as const;
  test.each(looks.flatMap((look) => ["en", "sv", "ar-XB"].map((lang) => [look, lang] as const)))(
    "check 19: axe finds nothing at any step, %s, in %s, on a phone and a desktop, and nothing scrolls sideways",
    async (colorScheme, lang) => {
      const { context, page } = await openManagePage(browser, {
        token: mine.manageToken,
        query: `?lang=${lang}`,
        colorScheme,
      });
      await inState(page, "confirmed");
      const found = await axeProblems(page);
      for (const name of ["move", "cancel", "propose", "guests", "calendar"]) {
        await page.locator(`[data-opens=${name}]`).click();
        if (name === "move") await page.locator("[data-start]").first().waitFor();
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await axeProblems(page)));
          const isWide =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";
          if (await page.evaluate(isWide)) found.push(`${name} scrolls sideways at ${width}`);
        }
        await page.locator("[data-closes]").click();
      }
      expect(found).toEqual([]);
      await context.close();
    },
  );

  test("without JavaScript the page says one sentence", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
    const page = await context.newPage();
    await page.goto(`${publicOrigin()}/manage#x`);
    expect(await page.locator("main, noscript").last().innerText()).toContain("JavaScript");
    expect(await page.getByText("hämtas").isVisible()).toBe(false);
    await context.close();
  });
});

const focused = (page: Page) => page.evaluate("document.activeElement.textContent");

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}
