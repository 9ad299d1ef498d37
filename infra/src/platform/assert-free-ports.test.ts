import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { freePort, isBusy } from "../ports.ts";
import { assertFreePorts } from "./assert-free-ports.ts";
import { portNames, type Ports } from "./settings.ts";

test("a busy port is named in one line, with whose it is and how to move it", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const busy = (other.address() as AddressInfo).port;
  const free = await Promise.all(portNames.map(async (name) => [name, await freePort()]));
  const ports = { ...(Object.fromEntries(free) as Ports), billing: busy };

  await expect(assertFreePorts(ports)).rejects.toThrow(
    `Port in use by another program: ${busy} (billing, TIDBOK_PORT_BILLING). Stop what uses it`,
  );
  other.close();
  await once(other, "close");
  await expect(assertFreePorts(ports)).resolves.toBeUndefined();
});

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === "::1");

test.runIf(hasIpv6)(
  "a port is busy as well where another program has the other version of IP",
  async () => {
    const port = await freePort();
    const other = createServer().listen(port, "::1");
    await once(other, "listening");
    expect(await isBusy(port)).toBe(true);
    other.close();
  },
);
