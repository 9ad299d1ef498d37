import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { anonymous } from "@tidbok/domain";
import { callerToken, eventually, type Answer } from "@tidbok/testing";
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
  await eventually(isUp, { withinMs: 30_000 });
  return {
    /** The answer to somebody who is not logged in; null where there was none. */
    ask: async (asked: { query: string; variables: object }): Promise<Answer | null> => {
      const authorization = `Bearer ${await callerToken(anonymous, "scheduling")}`;
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
