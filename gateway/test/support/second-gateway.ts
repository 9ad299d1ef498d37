import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventually, freePort } from "@tidbok/testing";
import { runningPlatform } from "./running-platform.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** One more gateway of the same platform, configured as the running one but for `changes`: what one is told, both must know. */
export async function startSecondGateway(changes: Readonly<Record<string, string>> = {}) {
  const variables = readFileSync(`/proc/${runningPlatform().gateway.pid}/environ`, "utf8");
  const env = Object.fromEntries(
    variables.split("\0").map((line) => [line.split("=")[0], line.slice(line.indexOf("=") + 1)]),
  );
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { ...env, ...changes, PORT: String(port) },
    stdio: "ignore",
  });
  const origin = `http://127.0.0.1:${port}`;
  await eventually(async () => (await fetch(`${origin}/health/ready`)).ok, { withinMs: 60_000 });
  return {
    url: origin,
    graphql: `${origin}/graphql`,
    pid: child.pid ?? 0,
    /** The code of its end, once it ends. */
    exitCode: async () => {
      if (child.exitCode === null) await once(child, "exit");
      return child.exitCode;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGINT");
      await gone;
    },
  };
}
