import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@tidbok/testing";
import { expect, test } from "vitest";
import { commandOf } from "../src/command-of.ts";
import type { Starting } from "../src/platform/keep-alive.ts";
import { createKeeper } from "../src/platform/keeper.ts";
import { endLeftovers } from "../src/platform/processes.ts";
import { startNodePart } from "../src/platform/start-node-part.ts";
import { freePort } from "../src/ports.ts";

async function prepare(program: string) {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-keep-"));
  const main = join(folder, "main.mjs");
  await writeFile(main, program);
  const port = await freePort();
  const said: string[] = [];
  const stopping = new AbortController();
  const keeper = createKeeper({
    file: join(folder, "processes.json"),
    say: (line) => said.push(line),
    stopping: stopping.signal,
  });
  const part = {
    name: "part",
    start: (starting: Starting) =>
      startNodePart({
        ...starting,
        name: "part",
        main,
        env: { PORT: String(port) },
        logFile: join(folder, "part.log"),
        readyUrl: `http://127.0.0.1:${port}/`,
      }),
  };
  return { folder, keeper, part, said, stopping };
}

const server = `import { createServer } from "node:http";
createServer((_, reply) => reply.end("ready")).listen(Number(process.env.PORT), "127.0.0.1");`;

test("a part that is killed is started again, and stops for good when it is told to", async () => {
  const { keeper, part, said } = await prepare(server);
  await keeper.keep([part]);
  const first = keeper.pids.get("part") ?? 0;
  process.kill(first, "SIGKILL");
  const second = await eventually(() => {
    const pid = keeper.pids.get("part");
    return pid !== first && said.includes("part is back") && pid;
  });
  expect(commandOf(second)).toContain("main.mjs");
  await keeper.stop();
  expect(commandOf(second)).toBe("");
});

test("a part that cannot start is reported with the end of its log", async () => {
  const { keeper, part } = await prepare(`console.error("PORT is not a port"); process.exit(1);`);
  await expect(keeper.keep([part])).rejects.toThrow(/part does not start.*\nPORT is not a port/);
  await keeper.stop();
});

test("Ctrl-C does not wait for a part that takes its time", async () => {
  const { keeper, part, stopping } = await prepare("setInterval(() => undefined, 1000);");
  const starting = keeper.keep([part]);
  setTimeout(() => stopping.abort(new Error("told to stop")), 300);
  await expect(starting).rejects.toThrow("told to stop");
  await keeper.stop();
});

test("what a killed platform left behind is ended by the next one", async () => {
  const { folder, keeper, part, stopping } = await prepare(server);
  await keeper.keep([part]);
  const pid = keeper.pids.get("part") ?? 0;
  const file = join(folder, "processes.json");
  // The list is written behind the start; the killed platform's own keeper must not get in between.
  await eventually(async () => (await readFile(file, "utf8")).includes(String(pid)));
  stopping.abort(new Error("killed"));
  expect(await endLeftovers(file)).toEqual(["part"]);
  await keeper.stop();
});
