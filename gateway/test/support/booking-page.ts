import axe from "axe-core";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";
import type { Stage } from "./bookings.ts";

/** Where visitors book a meeting. */
export const bookingPath = ({ organization, meetingType }: Stage) =>
  `/@${organization.slug}/${meetingType.slug}`;

/** Opens the page in a profile of its own; tells what its console said and what it asked for. */
export async function openBookingPage(
  browser: Browser,
  { query = "", of, ...options }: BrowserContextOptions & { query?: string; of: Stage },
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
  await page.goto(`${publicOrigin()}${bookingPath(of)}${query}`, { waitUntil: "networkidle" });
  return { context, page, said, requests };
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
