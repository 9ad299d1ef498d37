import { portNames, portVariable } from "../platform/settings.ts";
import { freePort } from "../ports.ts";

/** The variables that move every port of a platform to a free one. */
export async function freePlatformPorts(): Promise<Readonly<Record<string, string>>> {
  const ports = portNames.map(
    async (name) => [portVariable(name), String(await freePort())] as const,
  );
  return Object.fromEntries(await Promise.all(ports));
}
