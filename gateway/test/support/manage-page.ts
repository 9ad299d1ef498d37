import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";

/** Opens `/manage` with a secret in a profile of its own; tells what its console said and what it asked for. */
export async function openManagePage(
  browser: Browser,
  { token, query = "", ...options }: BrowserContextOptions & { token: string; query?: string },
) {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    ...options,
  });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${publicOrigin()}/manage${query}${token && "#"}${token}`);
  return { context, page, said, requests };
}

/** Waits until the page is about this state of the booking. */
export function inState(page: Page, state: string): Promise<void> {
  return page.locator(`[data-state=${state}]`).waitFor();
}
