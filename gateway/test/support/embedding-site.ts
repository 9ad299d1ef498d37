import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { publicOrigin } from "./apps.ts";
import { demand } from "./ask.ts";
import type { Stage } from "./bookings.ts";
import { openProfile } from "./open-profile.ts";

/** A site of others: its origin, and what ends it. */
export type Site = { readonly origin: string; readonly stop: () => Promise<void> };

/** The strictest policy that a site may have and still embed a booking page. */
export const strictPolicy = () =>
  `default-src 'none'; script-src ${publicOrigin()}; frame-src ${publicOrigin()}`;

type Served = { readonly body: string; readonly type?: string };

/** Starts a site at another host name than the platform's, with these pages. */
export async function startSite(
  answer: (path: string) => Served,
  policy = strictPolicy(),
): Promise<Site> {
  const server = createServer((request, response) => {
    const { body, type = "text/html; charset=utf-8" } = answer(request.url ?? "/");
    response.writeHead(200, { "content-type": type, "content-security-policy": policy });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const name = new URL(publicOrigin()).hostname === "localhost" ? "127.0.0.1" : "localhost";
  return {
    origin: `http://${name}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A page of a site with this element in it; the script is loaded as `load` says. */
export const siteHtml = (element: string, load = "defer") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title>
  <meta name="viewport" content="width=device-width">
  <script src="${publicOrigin()}/embed/v1.js" ${load}></script></head>
  <body><main><h1>A site</h1>${element}<p>Below it.</p></main></body></html>`;

/** Lets these sites embed the pages of the stage's organization. */
export async function allow(stage: Stage, embedOrigins: readonly string[]): Promise<void> {
  const organizationId = stage.organization.id;
  await demand({
    query: `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { embedOrigins } }`,
    variables: { input: { organizationId, embedOrigins } },
    token: stage.host.token,
  });
}

type Heard = { readonly type: string; readonly detail: Readonly<Record<string, unknown>> };

/** Opens a page of a site in a profile of its own; `heard` are the events of its element and the messages of its frame. */
export async function openSite(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const profile = await openProfile(browser, options);
  const { page } = profile;
  const heard: Heard[] = [];
  await page.exposeFunction("record", (each: Heard) => void heard.push(each));
  await page.addInitScript(`if (window === top) {
    addEventListener("message", ({ data }) => data?.tidbok && record({ type: "message", detail: data }));
    for (const type of ["ready", "slot-chosen", "booked", "failed", "close"])
      document.addEventListener(type, (event) => event.detail && record({ type, detail: event.detail }));
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifted += value;
    }).observe({ type: "layout-shift", buffered: true });
  }`);
  await page.goto(url, { waitUntil: "load" });
  return { ...profile, heard };
}

/** The frame of the booking page, when its script runs. */
export async function bookingFrame(page: Page): Promise<Frame> {
  await page.locator("iframe[part=frame]").contentFrame().locator("[role=grid]").waitFor();
  const frame = page.frames().find((each) => each.url().includes("/embed/@"));
  if (!frame) throw new Error("the frame is not there");
  return frame;
}
