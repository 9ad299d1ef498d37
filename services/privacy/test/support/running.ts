import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { composeSupergraph } from "@tidbok/minimization/compose-supergraph";
import { asker, serviceEnv, testDatabase, testNats } from "@tidbok/testing";
import { readConfig } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";

const sdl = await readFile(new URL("../../schema.graphql", import.meta.url), "utf8");

// The service's own part of the graph is enough of one to list what it collects.
function supergraphFile(): string {
  const { supergraphSdl } = composeSupergraph([
    { name: "privacy", url: "http://privacy/graphql", sdl },
  ]);
  const file = join(mkdtempSync(join(tmpdir(), "tidbok-supergraph-")), "supergraph.graphql");
  writeFileSync(file, supergraphSdl);
  return file;
}

/** A folder with these policies in it, by file name: all of them published, except for the drafts. */
export function policyFolder(
  files: Readonly<Record<string, string>>,
  drafts: readonly string[] = [],
): URL {
  const folder = mkdtempSync(join(tmpdir(), "tidbok-policies-"));
  mkdirSync(join(folder, "reissued"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const published = Object.entries(files).filter(([name]) => !drafts.includes(name));
  const lines = published.map(
    ([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`,
  );
  writeFileSync(join(folder, "sha256sums.txt"), lines.join(""));
  return pathToFileURL(`${folder}/`);
}

/** Privacy on a real Postgres and NATS; not started. */
export async function preparePrivacy() {
  const database = await testDatabase("privacy");
  const nats = await testNats();
  const rows = database.pool;
  const config = readConfig({
    ...serviceEnv("privacy", { database, nats }),
    SUPERGRAPH_FILE: supergraphFile(),
  });
  return {
    database,
    nats,
    rows,
    build: async (options: Parameters<typeof createServer>[1] = {}) => {
      const service = await createServer(config, options);
      return { ...service, ask: asker(service.app, "privacy") };
    },
    drop: async () => {
      await nats.drop();
      await database.drop();
    },
  };
}
