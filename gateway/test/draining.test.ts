import { setTimeout as sleep } from "node:timers/promises";
import { serviceNames } from "@tidbok/domain";
import { operationHash } from "@tidbok/service";
import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { startClients } from "./support/keep-alive-clients.ts";
import { keyOf, signed } from "./support/keys.ts";
import { isBack, pidOf } from "./support/processes.ts";
import { runningPlatform } from "./support/running-platform.ts";
import { startSecondGateway } from "./support/second-gateway.ts";

/** Ends a process under 30 clients with keep-alive, which turn away a second after it says that it is not ready. */
async function endUnderLoad(
  { pid, url }: { readonly pid: number; readonly url: string },
  asked: { readonly query: string; readonly token?: string },
) {
  const clients = startClients(30, { url: `${url}/graphql`, ...asked });
  await eventually(async () => clients.sofar().whole > 60);
  process.kill(pid, "SIGTERM");
  await eventually(async () => (await fetch(`${url}/health/ready`)).status === 503);
  const before = clients.sofar();
  await sleep(1_000);
  const got = await clients.stop();
  return { ...got, served: got.whole - before.whole };
}

test("a gateway that is told to stop serves on, gives its connections up and fails no request", async () => {
  const gateway = await startSecondGateway();
  const got = await endUnderLoad(gateway, { query: "{ policy { version } }" });
  expect(got.failures).toEqual([]);
  expect(got.served).toBeGreaterThan(0);
  expect(got.closing).toBeGreaterThan(0);
  expect(await gateway.exitCode()).toBe(0);
});

test.each(serviceNames)("%s fails no request either", async (name) => {
  const { url = "" } = runningPlatform().services[name] ?? {};
  const query = "{ __typename }";
  const token = await signed(keyOf("gateway-caller"), {
    typ: "caller+jwt",
    claims: { caller: { kind: "anonymous" }, operation: operationHash(query) },
    issuer: "gateway",
    audience: name,
  });
  const pid = pidOf(name);
  const got = await endUnderLoad({ pid, url }, { query, token });
  expect(got.failures).toEqual([]);
  expect(got.served).toBeGreaterThan(0);
  expect(got.closing).toBeGreaterThan(0);
  await isBack(name, pid);
});
