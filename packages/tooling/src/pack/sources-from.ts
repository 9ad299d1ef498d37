import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const imported = /\bfrom "([^"]+)"/g;

/** These files and all that they import by relative paths. */
export function sourcesFrom(entries: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const take = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const name of namesIn(file)) if (name.startsWith(".")) take(join(dirname(file), name));
  };
  entries.forEach(take);
  return [...found];
}

/** Which packages the sources of a folder import. */
export function importsOf(folder: string): readonly string[] {
  const files = globSync("**/*.ts", { cwd: folder }).map((file) => join(folder, file));
  return [...new Set(files.flatMap(namesIn).filter((name) => !name.startsWith(".")))].sort();
}

function namesIn(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(imported)].map(([, name = ""]) => name);
}
