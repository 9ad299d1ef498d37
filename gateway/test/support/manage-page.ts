import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";
import { openProfile } from "./open-profile.ts";

/** Opens `/manage` with a secret in a profile of its own; tells what its console said and what it asked for. */
export async function openManagePage(
  browser: Browser,
  { token, query = "", ...options }: BrowserContextOptions & { token: string; query?: string },
) {
  const profile = await openProfile(browser, options);
  await profile.page.goto(`${publicOrigin()}/manage${query}${token && "#"}${token}`);
  return profile;
}

/** Waits until the page is about this state of the booking. */
export function inState(page: Page, state: string): Promise<void> {
  return page.locator(`[data-state=${state}]`).waitFor();
}
