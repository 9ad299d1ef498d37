import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicOrigin, sessionCookie } from "./support/apps.ts";
import { openStage, type Stage } from "./support/bookings.ts";
import { axeProblems, bookingPath, fillForm, toForm } from "./support/booking-page.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import {
  allow,
  bookingFrame,
  openSite,
  siteHtml,
  startSite,
  type Site,
} from "./support/embedding-site.ts";

let stage: Stage;
let site: Site;
let unlisted: Site;
const elementFor = (path: string) => {
  const page = `page="${bookingPath(stage).slice(1)}"`;
  if (path === "/popup") {
    return `<tidbok-booking ${page} mode="popup"><button>Book</button></tidbok-booking>`;
  }
  if (path === "/button") {
    return `<tidbok-booking ${page} mode="button" position="bottom-end" label="Book a time"></tidbok-booking>`;
  }
  if (path === "/organization") {
    return `<tidbok-booking page="@${stage.organization.slug}"></tidbok-booking>`;
  }
  return `<tidbok-booking ${page}></tidbok-booking>`;
};

beforeAll(async () => {
  const serve = (path: string) => ({
    body: siteHtml(elementFor(path), path === "/steady" ? "" : "defer"),
  });
  [stage, site, unlisted] = await Promise.all([
    openStage("Elof"),
    startSite(serve),
    startSite(serve),
  ]);
  await allow(stage, [site.origin]);
});
afterAll(() => Promise.all([site, unlisted].map((each) => each.stop())));

const framePath = () => `/embed${bookingPath(stage)}`;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${publicOrigin()}${path}`, { headers: { accept: "text/html", ...headers } });

test("check 7: the script is small, may be stored and may be loaded by any site", async () => {
  const script = await get("/embed/v1.js", { "accept-encoding": "gzip" });
  expect(script.headers.get("content-encoding")).toBe("gzip");
  expect(Number(script.headers.get("content-length"))).toBeLessThanOrEqual(3_000);
  expect(script.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(script.headers.get("content-type")).toContain("text/javascript");
  expect((await get("/embed/v2.js")).status).toBe(404);
});

test("the frame may be shown by the listed sites alone; all other pages by none", async () => {
  const frame = await get(framePath());
  expect(frame.status).toBe(200);
  expect(frame.headers.get("x-frame-options")).toBe(null);
  expect(frame.headers.get("content-security-policy")).toContain(`frame-ancestors ${site.origin};`);
  const page = await get(bookingPath(stage));
  expect(page.headers.get("x-frame-options")).toBe("DENY");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const other = await openStage("Ester");
  const refused = await get(`/embed${bookingPath(other)}`);
  expect(refused.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect((await get("/embed/@no-such-organization/intro")).status).toBe(404);
  expect((await get(`/embed/@${stage.organization.slug}/no-such-type`)).status).toBe(404);
});

test("the frame is equal with and without a session, and sets no cookie", async () => {
  const cookie = await sessionCookie(stage.host);
  const [known, unknown] = await Promise.all([get(framePath(), { cookie }), get(framePath())]);
  const withoutTime = (html: string) => html.replace(/"now":\d+/, "");
  expect(withoutTime(await known.text())).toBe(withoutTime(await unknown.text()));
  expect(known.headers.getSetCookie()).toEqual([]);
});

describe.skipIf(chromiumProgram === null)("on a site of others", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(["--test-third-party-cookie-phaseout"]);
  });
  afterAll(() => browser.close());
  const open = (path: string, options = {}) => openSite(browser, `${site.origin}${path}`, options);

  async function book(frame: Frame): Promise<void> {
    await toForm(frame);
    await fillForm(frame);
    // By key: the frame grows with its form, and the site moves it under a pointer.
    await frame.getByRole("button", { name: /^Book / }).press("Enter");
    await frame.getByRole("heading", { name: "It is booked" }).waitFor();
  }
  const blocks = (frame: Frame) => frame.evaluate("document.hasStorageAccess()");

  test("checks 55, 57: inline, a visitor books under the strictest policy, and the site learns ids, start and state", async () => {
    const { context, page, said, requests, heard } = await open("/");
    const frame = await bookingFrame(page);
    expect(await blocks(frame)).toBe(false);
    await book(frame);
    const booked = heard.filter(({ type }) => type === "booked");
    expect(booked).toHaveLength(1);
    const { bookingId, startAt, state, ...rest } = booked[0]?.detail ?? {};
    expect([typeof bookingId, state, rest]).toEqual(["string", "CONFIRMED", {}]);
    expect(new Date(String(startAt)).getTime()).toBeGreaterThan(Date.now());
    expect(heard.map(({ type }) => type)).toContain("slot-chosen");
    expect(JSON.stringify(heard)).not.toMatch(/anna|people\.example/i);
    expect(requests.join(" ")).not.toMatch(/anna|people\.example/i);
    expect(said).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await frame.evaluate("indexedDB.databases().then((list) => list.length, () => 0)")).toBe(
      0,
    );
    expect(await axeProblems(page)).toEqual([]);
    expect(await axeProblems(frame)).toEqual([]);
    await context.close();
  });

  test("checks 55, 58: a popup takes focus, keeps it, gives it back on Escape, and books", async () => {
    const { context, page, said, heard } = await open("/popup");
    const opener = page.getByRole("button", { name: "Book" });
    expect(page.frames()).toHaveLength(1);
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Book a time" }).waitFor();
    expect(await inElement(page)).toBe(true);
    const frame = await bookingFrame(page);
    expect(await axeProblems(page)).toEqual([]);
    // Through all that can have focus: the site behind the dialog never gets it.
    for (let press = 0; press < 40; press++) {
      await page.keyboard.press("Tab");
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(false);
    }
    await frame.locator("[role=grid] button[tabindex='0']").focus();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(heard.filter(({ type }) => type === "close")).toHaveLength(1);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await opener.click();
    await book(frame);
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await expect.poll(() => page.frames().length).toBe(1);
    expect(said).toEqual([]);
    await context.close();
  });

  test("checks 55, 58: a button opens a dialog that fills a phone, and books", async () => {
    const { context, page, said } = await open("/button", {
      viewport: { width: 390, height: 780 },
      colorScheme: "dark",
    });
    await page.getByRole("button", { name: "Book a time" }).click();
    const frame = await bookingFrame(page);
    const box = await page.getByRole("dialog").boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 390, height: 780 });
    expect(await axeProblems(page)).toEqual([]);
    await book(frame);
    expect(said).toEqual([]);
    await context.close();
  });

  test("check 56: a site that is not listed shows a plain link", async () => {
    const { context, page } = await openSite(browser, `${unlisted.origin}/`);
    const link = page.getByRole("link", { name: "Book a time" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`${publicOrigin()}${bookingPath(stage)}`);
    expect(await page.locator("iframe[part=frame]").isVisible()).toBe(false);
    expect(await axeProblems(page)).toEqual([]);
    await context.close();
  });

  test("check 57: messages of others change nothing; prefill fills the form and is in no address", async () => {
    const { context, page, requests, heard } = await open("/");
    const frame = await bookingFrame(page);
    const height = () =>
      page.locator("iframe[part=frame]").evaluate((element) => element.clientHeight);
    const before = await height();
    // Of the site itself, and of another frame in it: to the site, and to the booking page.
    await page.evaluate(`document.body.append(document.createElement("iframe"))`);
    const stranger = page.frames().at(-1);
    const up = `{ tidbok: 1, type: "height", height: 9999 }, "*"`;
    const booked = `{ tidbok: 1, type: "booked", bookingId: "x" }, "*"`;
    const down = `{ tidbok: 1, type: "prefill", prefill: { name: "Mallory" } }, "*"`;
    await stranger?.evaluate(`parent.postMessage(${up}); parent.postMessage(${booked});
      parent.frames[0].postMessage(${down})`);
    await page.evaluate(`postMessage(${up}); postMessage(${booked})`);
    // Another version is not understood.
    await page.evaluate(
      `frames[0].postMessage({ tidbok: 2, type: "prefill", prefill: { name: "Mallory" } }, "*")`,
    );
    await page.evaluate(
      `document.querySelector("tidbok-booking").prefill = { email: "nora@people.example", name: "Nora" }`,
    );
    await toForm(frame);
    expect(await frame.getByLabel("Name").inputValue()).toBe("Nora");
    expect(await frame.getByLabel("E-mail", { exact: true }).inputValue()).toBe(
      "nora@people.example",
    );
    expect(before).toBeLessThan(2_000);
    expect(await height()).toBeLessThan(2_000);
    expect(heard.filter(({ type }) => type === "booked")).toEqual([]);
    expect(requests.join(" ")).not.toMatch(/nora|people\.example/i);
    await context.close();
  });

  test("theme, zone and language of the site are those of the frame", async () => {
    const { context, page } = await open("/");
    const frame = await bookingFrame(page);
    const set = (name: string, value: string) =>
      page
        .locator("tidbok-booking")
        .evaluate((element, [n, v]) => element.setAttribute(n!, v!), [name, value]);
    await set("theme", "dark");
    await frame.locator("html[data-theme=dark]").waitFor();
    await set("zone", "Pacific/Auckland");
    await frame.getByText("Auckland").first().waitFor();
    await set("lang", "sv");
    await page.locator("iframe[part=frame]").contentFrame().locator("html[lang=sv]").waitFor();
    await context.close();
  });

  test("all meetings of an organization: a card leads to its booking page within the frame", async () => {
    const { context, page } = await open("/organization");
    const inside = page.locator("iframe[part=frame]").contentFrame();
    await inside.getByRole("link", { name: "Introduction" }).click();
    await book(await bookingFrame(page));
    expect(context.pages()).toHaveLength(1);
    await context.close();
  });

  test.each([320, 480, 760, 980, 1200])(
    "check 58: at %i px nothing in the frame scrolls, in no step",
    async (width) => {
      const { context, page } = await open("/steady", { viewport: { width, height: 800 } });
      const frame = await bookingFrame(page);
      const fits = async (step: string) => {
        const poll = expect.poll(() => scrolled(frame), { timeout: 20_000, message: step });
        await poll.toEqual({ down: 0, aside: 0 });
      };
      await fits("choosing");
      expect(await page.evaluate<number>("shifted")).toBeLessThanOrEqual(0.02);
      await toForm(frame);
      await fits("the form");
      await fillForm(frame);
      await frame.getByRole("button", { name: /^Book / }).click();
      await frame.getByRole("heading", { name: "It is booked" }).waitFor();
      await fits("done");
      await context.close();
    },
  );
});

/** Whether focus is in the element, in its dialog or its frame. */
function inElement(page: Page): Promise<boolean> {
  return page.evaluate(`document.activeElement?.localName === "tidbok-booking"`);
}

/** By how many pixels the content of the frame is larger than the frame. */
function scrolled(frame: Frame): Promise<{ down: number; aside: number }> {
  return frame.evaluate(`({
    down: Math.max(0, document.documentElement.scrollHeight - innerHeight),
    aside: Math.max(0, document.documentElement.scrollWidth - innerWidth),
  })`);
}
