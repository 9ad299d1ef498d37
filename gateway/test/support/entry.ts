import type { Browser, BrowserContext, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";
import type { Person } from "./people.ts";

/** A page of the log-in family in a browser of its own, with what must stay empty. */
export type Opened = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the console complained about: errors, warnings, reports of the policy. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly addresses: readonly string[];
};

/** Opens a page of the public address, in English unless the path says otherwise. */
export async function openEntry(
  browser: Browser,
  path: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const addresses: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto(`${publicOrigin()}${path}`);
  return { context, page, complaints, addresses };
}

/** Logs in with the password on the page that shows the form, and waits until the person has left it. */
export async function logInOnPage(
  page: Page,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/log-in");
}

/** The log-in page of a browser with a session: it says who is logged in. */
export async function openOwnLogIn(page: Page, { name }: Pick<Person, "name">): Promise<void> {
  await page.goto(`${publicOrigin()}/log-in`);
  await page.getByRole("heading", { name }).waitFor();
}
