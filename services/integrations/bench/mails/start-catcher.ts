import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "@tidbok/testing";

const program = fileURLToPath(
  new URL("../../../../infra/src/mail-catcher-main.ts", import.meta.url),
);

/** The mail catcher of a local run, in a process of its own. */
export async function startCatcher(folder: string) {
  await mkdir(folder);
  const [smtp, web] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [program, String(smtp), String(web), folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!(await answers(smtp))) await sleep(50);
  return {
    url: `smtp://127.0.0.1:${smtp}`,
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
