import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { serviceEnv, testDatabase, testNats } from "@tidbok/testing";
import { expect, onTestFinished, test } from "vitest";
import { inRepository } from "../src/places.ts";
import { startNodePart } from "../src/platform/start-node-part.ts";

/** What a program says on stderr before it gives up. */
async function lastWords(main: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = "" } = process.env;
  const program = spawn(process.execPath, [inRepository(main)], {
    env: { PATH, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [said] = await Promise.all([text(program.stderr), once(program, "exit")]);
  expect(program.exitCode).toBe(1);
  return said;
}

async function privacyEnv() {
  const database = await testDatabase("privacy");
  const nats = await testNats();
  onTestFinished(async () => {
    await nats.drop();
    await database.drop();
  });
  const env = {
    ...serviceEnv("privacy", { database, nats }),
    SUPERGRAPH_FILE: inRepository("gateway/supergraph.graphql"),
  };
  return { database, env };
}

const privacy = "services/privacy/src/main.ts";

test.each([privacy, "services/identity/src/main.ts", "gateway/src/main.ts"])(
  "%s says in one line what is missing in its environment",
  async (main) => {
    expect(await lastWords(main, {})).toMatch(
      /^✗ \w+ does not start: [^\n]*NATS_URL is missing: give [^\n]*\n$/,
    );
  },
);

test("a published policy that reads differently is one line with its version and the remedy", async () => {
  const { database, env } = await privacyEnv();
  await database.pool.query(
    `INSERT INTO policy VALUES (gen_random_uuid(), '1.1', '2026-11-22Z', true, sha256('other words'), now())`,
  );
  expect(await lastWords(privacy, env)).toMatch(
    /^✗ privacy does not start: POLICY_CHANGED: Version 1\.1 [^\n]*write a new version\.\n$/,
  );
});

test("a port that another program uses is one line with the remedy", async () => {
  const { env } = await privacyEnv();
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  expect(await lastWords(privacy, { ...env, HOST: "127.0.0.1", PORT: String(port) })).toMatch(
    /^✗ privacy does not start: listen EADDRINUSE[^\n]*set PORT\.\n$/,
  );
});

test("the platform repeats that line, and not one of an earlier start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tidbok-parts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const main = join(folder, "main.mjs");
  const logFile = join(folder, "part.log");
  const start = () =>
    startNodePart({
      name: "part",
      main,
      env: {},
      logFile,
      readyUrl: "http://127.0.0.1:9/",
      onSpawn: () => undefined,
      stopping: new AbortController().signal,
    });
  await writeFile(
    main,
    `console.log("{}"); console.error("✗ part does not start: no key"); process.exit(1);`,
  );
  await expect(start()).rejects.toThrow(`part does not start: no key (its log: ${logFile})`);
  await writeFile(main, `console.error("out of memory"); process.exit(1);`);
  await expect(start()).rejects.toThrow(/its log .* ends with:[^]*\nout of memory$/);
});
