import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { anonymous } from "@tidbok/domain";
import { callerToken, eventually, freePort, type Answer } from "@tidbok/testing";
import type { Scheduling } from "./start-scheduling.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** The service as a process of its own, on the same databases and with the same keys. It can be killed. */
export async function startProcess({ env }: Scheduling) {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  await eventually(isUp, { withinMs: 60_000 });
  return {
    /** The answer to somebody who is not logged in; null where there was none. */
    ask: async (asked: { query: string; variables: object }): Promise<Answer | null> => {
      const authorization = `Bearer ${await callerToken(anonymous, "scheduling", { operation: asked.query })}`;
      const headers = { authorization, "content-type": "application/json" };
      const body = JSON.stringify(asked);
      return fetch(`${url}/graphql`, { method: "POST", headers, body }).then(
        async (response) => (await response.json()) as Answer,
        () => null,
      );
    },
    kill: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
