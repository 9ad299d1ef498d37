import type { Browser, BrowserContextOptions } from "playwright-core";

/** Opens a page in a profile of its own; tells what its console said and what it asked for. */
export async function openProfile(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    ...options,
  });
  const page = await context.newPage();
  const said: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  return { context, page, said, requests };
}
