import type { Browser, BrowserContext, Page } from "playwright-core";
import { sessionCookie as cookieName } from "@tidbok/domain";
import { publicOrigin, sessionCookie } from "./apps.ts";
import type { Person } from "./people.ts";

type Opened = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained about, and what pages threw. */
  readonly problems: string[];
  readonly close: () => Promise<void>;
};

type Options = {
  /** Logged in already; a visitor without one. */
  readonly person?: Pick<Person, "email" | "password">;
  readonly path: string;
  readonly locale?: string;
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
};

/** Opens an address of the app in a browser of its own. */
export async function openApp(
  browser: Browser,
  { person, path, locale = "en-GB", colorScheme = "light", width = 1280 }: Options,
): Promise<Opened> {
  const context = await browser.newContext({
    locale,
    colorScheme,
    timezoneId: "Europe/Stockholm",
    viewport: { width, height: 900 },
  });
  if (person) {
    const [name, value = ""] = (await sessionCookie(person)).split("=");
    await context.addCookies([
      { name: name ?? cookieName, value, url: publicOrigin().replace("http:", "https:") },
    ]);
  }
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${publicOrigin()}${path}`);
  return { page, context, problems, close: () => context.close() };
}
