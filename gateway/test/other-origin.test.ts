import { createServer as createPages, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { createServer as createVite, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { post } from "./support/ask.ts";
import { chromiumProgram, launchChromium } from "./support/chromium.ts";
import { register, type Person } from "./support/people.ts";
import { startSecondGateway } from "./support/second-gateway.ts";

const me = "{ me { email } }";
const logIn = "mutation ($input: LogInInput!) { logIn(input: $input) { account { id } } }";

type Sent = {
  readonly url: string;
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly credentials?: "include" | "omit";
};

/** What a page's own script gets from the graph; its error where the browser keeps the answer from it. */
function fetchIn(
  page: Page,
  sent: Sent,
): Promise<{ status: number; data: unknown; requestId: string | null }> {
  return page.evaluate(`(async ({ url, query, variables, headers, credentials = "omit" }) => {
    const response = await fetch(url, { method: "POST", credentials,
      headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query, variables }) });
    return { status: response.status, data: (await response.json()).data ?? null,
      requestId: response.headers.get("x-request-id") };
  })(${JSON.stringify(sent)})`);
}

describe.skipIf(chromiumProgram === null)("a page of another origin, in a browser", () => {
  let browser: Browser;
  let pages: Server;
  let gateway: Awaited<ReturnType<typeof startSecondGateway>>;
  let person: Person;
  const originOf = (host: string) => `http://${host}:${(pages.address() as AddressInfo).port}`;
  const entry = () => ({
    input: { email: person.email, password: person.password, delivery: "COOKIE" },
  });

  beforeAll(async () => {
    pages = createPages((_, response) => response.end("<!doctype html><title>x</title>"));
    await new Promise<void>((listening) => pages.listen(0, listening));
    gateway = await startSecondGateway({ ALLOWED_ORIGINS: originOf("127.0.0.1") });
    browser = await launchChromium();
    person = await register("Olga");
  });
  afterAll(async () => {
    await browser?.close();
    await gateway?.stop();
    await new Promise((closed) => pages.close(closed));
  });

  async function openAt(origin: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(origin);
    return page;
  }

  test("asks as a visitor and with a bearer token, whatever its origin is", async () => {
    const page = await openAt(originOf("localhost"));
    const url = gateway.graphql;
    const visitor = await fetchIn(page, { url, query: me });
    expect(visitor).toMatchObject({ status: 200, data: { me: null } });
    const headers = { authorization: `Bearer ${person.token}` };
    const known = await fetchIn(page, { url, query: me, headers });
    expect(known).toMatchObject({ status: 200, data: { me: { email: person.email } } });
    // The headers that a client needs are for it to read.
    expect(known.requestId).toMatch(/^[0-9a-f-]{36}$/);
    await page.context().close();
  });

  test("uses the session when the operator allows its origin", async () => {
    const page = await openAt(originOf("127.0.0.1"));
    const asked = { url: gateway.graphql, credentials: "include" } as const;
    await fetchIn(page, { ...asked, query: logIn, variables: entry() });
    const { data } = await fetchIn(page, { ...asked, query: me });
    expect(data).toEqual({ me: { email: person.email } });
    await page.context().close();
  });

  test("cannot use the session otherwise: the browser does not even send the request", async () => {
    const page = await openAt(originOf("127.0.0.1"));
    const asked = { url: gateway.graphql, credentials: "include" } as const;
    await fetchIn(page, { ...asked, query: logIn, variables: entry() });
    const foreign = await page.context().newPage();
    for (const origin of [originOf("localhost"), originOf("127.0.0.2")]) {
      await foreign.goto(origin);
      await expect(fetchIn(foreign, { ...asked, query: me })).rejects.toThrow("Failed to fetch");
    }
    await page.context().close();
  });

  describe.each([true, false])("behind Vite's proxy with changeOrigin %s", (changeOrigin) => {
    let vite: ViteDevServer;
    beforeAll(async () => {
      vite = await createVite({
        configFile: false,
        root: new URL("./support", import.meta.url).pathname,
        appType: "custom",
        logLevel: "silent",
        optimizeDeps: { noDiscovery: true },
        plugins: [
          {
            name: "a page",
            configureServer: ({ middlewares }) =>
              void middlewares.use("/page", (_, response) => response.end("<!doctype html><p>x")),
          },
        ],
        server: {
          host: "localhost",
          port: 0,
          ws: false,
          watch: null,
          proxy: { "/graphql": { target: gateway.url, changeOrigin } },
        },
      });
      await vite.listen();
    });
    afterAll(() => vite.close());

    test("logs in by cookie and is known from then on", async () => {
      const { port } = vite.httpServer?.address() as AddressInfo;
      const page = await openAt(`http://localhost:${port}/page`);
      const asked = { url: "/graphql", credentials: "include" } as const;
      const entered = await fetchIn(page, { ...asked, query: logIn, variables: entry() });
      expect(entered).toMatchObject({
        status: 200,
        data: { logIn: { account: { id: person.accountId } } },
      });
      const { data } = await fetchIn(page, { ...asked, query: me });
      expect(data).toEqual({ me: { email: person.email } });
      await page.context().close();
    });
  });
});

test("a preflight lets each origin send a token, and the operator's origins alone the cookie", async () => {
  const gateway = await startSecondGateway({ ALLOWED_ORIGINS: "https://app.example" });
  const preflight = async (origin: string) => {
    const { status, headers } = await fetch(gateway.graphql, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type,dpop",
      },
    });
    return {
      status,
      origin: headers.get("access-control-allow-origin"),
      credentials: headers.get("access-control-allow-credentials"),
      allowed: headers.get("access-control-allow-headers"),
    };
  };
  const allowed = expect.stringMatching(/authorization.*content-type.*dpop/) as string;
  expect(await preflight("https://elsewhere.example")).toEqual({
    status: 204,
    origin: "*",
    credentials: null,
    allowed,
  });
  expect(await preflight("https://app.example")).toEqual({
    status: 204,
    origin: "https://app.example",
    credentials: "true",
    allowed,
  });
  // Other addresses are not the graph's to speak for.
  const other = await fetch(`${gateway.url}/health/live`, {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
  });
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
  await gateway.stop();
  expect((await post({ query: me })).headers.get("vary")).toMatch(/origin/i);
});
