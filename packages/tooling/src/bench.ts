import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const benchmarks = findBenchmarks();
const [name = "", ...flags] = process.argv.slice(2).filter((argument) => argument !== "--");
const file = benchmarks.get(name);

if (file === undefined) {
  const names = [...benchmarks.keys()].sort().join(", ");
  console.error(
    `bench: ${name === "" ? "none named" : `there is no ${name}`}; there are: ${names}`,
  );
  process.exit(2);
}
const run = spawnSync(process.execPath, [file, ...flags], { stdio: "inherit" });
if (run.error !== undefined) throw run.error;
process.exitCode = run.status ?? 1;

/** Each `bench/<name>.ts` of a package, a service or the gateway; what it needs lies in folders beside it. */
function findBenchmarks(): ReadonlyMap<string, string> {
  const parts = ["packages", "services"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((part) => join(root, folder, part)),
  );
  const found = new Map<string, string>();
  for (const folder of [...parts, join(root, "gateway")].map((part) => join(part, "bench"))) {
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder)) {
      if (!entry.endsWith(".ts") || entry.endsWith(".test.ts")) continue;
      const benchmark = entry.slice(0, -".ts".length);
      if (found.has(benchmark)) throw new Error(`two benchmarks are named ${benchmark}`);
      found.set(benchmark, join(folder, entry));
    }
  }
  return found;
}
