import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serviceNames } from "@tidbok/domain";

const start = fileURLToPath(new URL("../../../infra/src/start.ts", import.meta.url));
const names = ["gateway", ...serviceNames, "postgres", "nats", "smtp", "mailbox"];

/** What `.local/platform.json` says of a platform. */
export type Platform = {
  readonly graphql: string;
  readonly services: { readonly identity: { readonly url: string } };
  readonly demo: {
    readonly logins: readonly { readonly email: string; readonly password: string }[];
  };
};

/** A platform of its own, in a folder that goes with it. */
export async function startPlatform() {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-bench-"));
  // Postgres may run as another user, which must be able to pass through.
  await chmod(folder, 0o711);
  const ports = await Promise.all(
    names.map(async (name) => [`TIDBOK_PORT_${name.toUpperCase()}`, String(await freePort())]),
  );
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, ...Object.fromEntries(ports), TIDBOK_STATE_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("Tidbok runs.")) break;
  }
  if (!said.includes("Tidbok runs.")) {
    await stop();
    throw new Error(`the platform did not start:\n${said}`);
  }
  const text = await readFile(join(folder, "platform.json"), "utf8");
  return { platform: JSON.parse(text) as Platform, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
