import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { borrowWords } from "./borrow-words.ts";
import { importsOf, sourcesFrom } from "./sources-from.ts";

// The acceptance runner serves this repository alone, so it is not published.
const unpublished = new Set(["./acceptance"]);

/** Compiles a package's sources, and what they use of @tidbok/domain, to `dist`: JavaScript and types. */
export function buildPackage({
  folder,
  exports,
}: {
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
}): {
  readonly entries: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
} {
  const paths = Object.entries(exports).filter(([path]) => !unpublished.has(path));
  const staged = join(folder, ".local", "staged");
  rmSync(staged, { recursive: true, force: true });
  const files = sourcesFrom(paths.map(([, file]) => join(folder, file)));
  const src = join(folder, "src");
  for (const file of files) {
    const place = join(staged, relative(src, file));
    mkdirSync(dirname(place), { recursive: true });
    cpSync(file, place);
  }
  borrowWords({ staged, domain: join(folder, "../domain/src") });
  compile(staged, join(folder, "dist"));
  const outside = importsOf(staged).filter((name) => !name.startsWith("node:"));
  if (outside.length > 0) throw new Error(`needs ${outside.join(", ")}: say how it is published`);
  rmSync(staged, { recursive: true, force: true });
  const entries = paths.map(([path, file]) => [
    path,
    relative(src, join(folder, file)).replace(/\.ts$/, ""),
  ]);
  return { entries: Object.fromEntries(entries), dependencies: {} };
}

function compile(staged: string, dist: string): void {
  const options = {
    target: "es2023",
    lib: ["es2023"],
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    types: [],
    verbatimModuleSyntax: true,
    noUncheckedIndexedAccess: true,
    rootDir: staged,
    outDir: dist,
  };
  const project = join(staged, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: options, include: ["**/*.ts"] }));
  writeFileSync(join(staged, "package.json"), JSON.stringify({ type: "module" }));
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("typescript/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: { tsc: string } };
  const run = spawnSync(process.execPath, [join(dirname(manifest), bin.tsc), "-p", project], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
}
