import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { serviceNames } from "@tidbok/domain";
import { CompositionRefused, dataMap } from "@tidbok/minimization";
import { composeSupergraph } from "@tidbok/minimization/compose-supergraph";
import { readSdl } from "@tidbok/service";
import { holdToPolicy } from "./compose/hold-to-policy.ts";

// `pnpm compose` writes gateway/supergraph.graphql and the data map that the newest policy promises;
// `pnpm compose --check` only says whether they are what composing gives. Neither is written when
// something is unclassified, or protected less than people were told.
const services = new URL("../../services/", import.meta.url);

const subgraphs = await Promise.all(
  serviceNames.map(async (name) => ({
    name,
    url: `http://${name}/graphql`,
    sdl: await readSdl(new URL(`${name}/`, services), await subjectsOf(name)),
  })),
);

try {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const promised = await holdToPolicy(new URL("privacy/policies/", services), dataMap);
  if (promised.problems.length > 0) throw new CompositionRefused(promised.problems);
  const made = [
    { file: new URL("../supergraph.graphql", import.meta.url), text: supergraphSdl },
    promised,
  ];
  for (const each of made) await (process.argv.includes("--check") ? check(each) : write(each));
} catch (error) {
  if (!(error instanceof CompositionRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

// A service without subjects has its layers directly under `src`, and one schema.
async function subjectsOf(name: string): Promise<readonly string[]> {
  const file = new URL(`${name}/src/subjects.ts`, services);
  if (!existsSync(file)) return [];
  const { subjects } = (await import(file.href)) as { subjects: readonly string[] };
  return subjects;
}

type Made = { readonly file: URL; readonly text: string };

function write({ file, text }: Made): Promise<void> {
  return writeFile(file, text);
}

async function check({ file, text }: Made): Promise<void> {
  const name = file.pathname.split("/").slice(-2).join("/");
  if ((await readFile(file, "utf8").catch(() => "")) === text) {
    console.log(`${name} is what composing gives.`);
    return;
  }
  console.error(`${name} is out of date: run \`pnpm compose\` and commit it.`);
  process.exitCode = 1;
}
