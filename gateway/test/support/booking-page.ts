import axe from "axe-core";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";
import type { Stage } from "./bookings.ts";
import { openProfile } from "./open-profile.ts";

/** Where visitors book a meeting. */
export const bookingPath = ({ organization, meetingType }: Stage) =>
  `/@${organization.slug}/${meetingType.slug}`;

/** Opens the page in a profile of its own; tells what its console said and what it asked for. */
export async function openBookingPage(
  browser: Browser,
  { query = "", of, ...options }: BrowserContextOptions & { query?: string; of: Stage },
) {
  const profile = await openProfile(browser, options);
  await profile.page.goto(`${publicOrigin()}${bookingPath(of)}${query}`, {
    waitUntil: "networkidle",
  });
  return profile;
}

/** Chooses the first time of the first day. */
export async function toForm(page: Page | Frame): Promise<void> {
  await page.locator("[role=grid] button[aria-disabled=false]").first().click();
  await page.locator("[data-start]").first().click();
  await page.getByLabel("Name").waitFor();
}

/** Writes what every booking needs. */
export async function fillForm(page: Page | Frame): Promise<void> {
  await page.getByLabel("Name").fill("Anna Attendee");
  await page.getByLabel("E-mail", { exact: true }).fill("anna@people.example");
}

/** What axe finds wrong with the page as it is. */
export async function axeProblems(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}
