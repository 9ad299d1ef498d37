import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { afterEach, expect, test } from "vitest";
import { ServiceUnavailable } from "./errors/service-unavailable.ts";
import { connectServices, type ServiceConnections } from "./service-connections.ts";

const opened: { server: Server; services: ServiceConnections }[] = [];
afterEach(async () => {
  for (const { server, services } of opened.splice(0)) {
    server.closeAllConnections();
    await services.close();
    server.close();
  }
});

/** Connections to a process that answers GraphQL after a while, and its liveness or nothing. */
async function connect(to: { readonly answersAfterMs: number; readonly isAlive: boolean }) {
  const server = createServer((request, response) => {
    if (request.url === "/health/live") {
      if (to.isAlive) response.end("{}");
      return;
    }
    void sleep(to.answersAfterMs).then(() => response.end('{"data":{"done":true}}'));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const services = connectServices(
    Object.fromEntries(serviceNames.map((name) => [name, url])) as Record<ServiceName, string>,
  );
  opened.push({ server, services });
  return services;
}

const request = {
  service: "billing",
  body: "{}",
  token: "",
  requestId: "",
  traceparent: null,
} as const;

test("a service that hangs is given up, by those who wait for a connection too", async () => {
  const services = await connect({ answersAfterMs: 60_000, isAlive: false });
  const sent = Array.from({ length: 100 }, () =>
    services.send(request).catch((error: unknown) => error),
  );
  const outcomes = await Promise.race([Promise.all(sent), sleep(25_000)]);
  expect(outcomes).toHaveLength(100);
  for (const outcome of outcomes ?? []) expect(outcome).toBeInstanceOf(ServiceUnavailable);
});

test("a service that is slow and alive is waited for", async () => {
  const services = await connect({ answersAfterMs: 6_000, isAlive: true });
  expect(await services.send(request)).toEqual({ data: { done: true } });
});
