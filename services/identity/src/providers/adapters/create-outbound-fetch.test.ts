import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOutboundFetch } from "./create-outbound-fetch.ts";

const server = createServer((_, response) => response.writeHead(302, { location: "/away" }).end());
beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
afterAll(() => new Promise((closed) => server.close(closed)));

const options = { method: "GET", body: undefined, headers: {}, redirect: "manual" } as const;
const ask = (url: string, allowsLoopback = false) =>
  createOutboundFetch({ allowsLoopback })(url, options);

test.each([
  "http://accounts.example/",
  "https://169.254.169.254/latest",
  "https://[::1]/",
  "https://localhost/",
])("%s is not asked", async (url) => {
  await expect(ask(url)).rejects.toThrow();
});

test("this machine is asked by an installation on it, and a redirect is not followed", async () => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  await expect(ask(url)).rejects.toThrow("not public, or not https");
  expect((await ask(url, true)).status).toBe(302);
  await expect(ask("http://10.0.0.1/", true)).rejects.toThrow("not public, or not https");
});
