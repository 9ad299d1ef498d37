import { readFile, writeFile } from "node:fs/promises";
import { serviceNames } from "@tidbok/domain";
import { CompositionRefused } from "@tidbok/minimization";
import { composeSupergraph } from "@tidbok/minimization/compose-supergraph";

// `pnpm compose` writes gateway/supergraph.graphql; `pnpm compose --check` only says whether it is
// what composing gives.
const target = new URL("../supergraph.graphql", import.meta.url);

const subgraphs = await Promise.all(
  serviceNames.map(async (name) => ({
    name,
    url: `http://${name}/graphql`,
    sdl: await readFile(new URL(`../../services/${name}/schema.graphql`, import.meta.url), "utf8"),
  })),
);

try {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  if (process.argv.includes("--check")) await check(supergraphSdl);
  else await writeFile(target, supergraphSdl);
} catch (error) {
  if (!(error instanceof CompositionRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function check(supergraphSdl: string): Promise<void> {
  if ((await readFile(target, "utf8").catch(() => "")) === supergraphSdl) {
    console.log("gateway/supergraph.graphql is what composing gives.");
    return;
  }
  console.error("gateway/supergraph.graphql is out of date: run `pnpm compose` and commit it.");
  process.exitCode = 1;
}
