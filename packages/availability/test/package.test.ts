import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(join(root, "packages/availability/README.md"), "utf8");
const place = mkdtempSync(join(tmpdir(), "tidbok-package-"));
const project = join(place, "project");
afterAll(() => rmSync(place, { recursive: true, force: true }));

const quiet: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
  env: { ...process.env, npm_config_cache: join(place, "cache"), npm_config_offline: "true" },
};
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { ...quiet, cwd });

/** `npm pack` as somebody who publishes it would run it, on a copy: it changes package.json while it runs. */
function pack(): { file: string; names: readonly string[] } {
  for (const name of ["availability", "domain", "tooling"]) {
    cpSync(join(root, "packages", name), join(place, "packages", name), {
      recursive: true,
      filter: (source) => !["node_modules", ".local"].includes(basename(source)),
    });
  }
  cpSync(join(root, "LICENSE"), join(place, "LICENSE"));
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  const folder = join(place, "packages/availability");
  const before = readFileSync(join(folder, "package.json"), "utf8");
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", place], folder));
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe(before);
  return {
    file: join(place, packed.filename as string),
    names: packed.files.map(({ path }: { path: string }) => path),
  };
}

let names: readonly string[];
beforeAll(() => {
  const packed = pack();
  names = packed.names;
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module", private: true }));
  run("npm", ["install", "--no-audit", "--no-fund", packed.file], project);
}, 120_000);

test("the package has JavaScript, types, README, examples and licence, and no sources", () => {
  for (const name of ["README.md", "LICENSE", "dist/index.js", "dist/index.d.ts"]) {
    expect(names).toContain(name);
  }
  expect(names.filter((name) => /^(src|test|bench)\/|(?<!\.d)\.ts$/.test(name))).toEqual([]);
  const installed = join(project, "node_modules/@tidbok/availability");
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(manifest.private).toBeUndefined();
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.license).toBe("Apache-2.0");
});

test.each(["first-slots", "taking-turns"])(
  "the example %s runs in a plain Node project and prints what it says",
  (name) => {
    const file = join(project, "node_modules/@tidbok/availability/examples", `${name}.mjs`);
    cpSync(file, join(project, `${name}.mjs`));
    const said = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("// "));
    const expected = said.slice(1).map((line) => line.slice(3));
    expect(
      run(process.execPath, [`${name}.mjs`], project)
        .trim()
        .split("\n"),
    ).toEqual(expected);
  },
);

test("the README's example compiles against the installed types, and runs", () => {
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(example).toContain("findSlots(request)[0];");
  const text = `${example}
    const first = findSlots(request)[0];
    console.log(first?.start, first?.hostIds.join(), canBook(request, Date.parse("2027-02-02T09:30Z")));`;
  writeFileSync(join(project, "readme.ts"), text);
  const options = {
    target: "es2023",
    module: "nodenext",
    strict: true,
    types: [],
    outDir: "out",
    lib: ["es2023", "dom"],
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["readme.ts"] }),
  );
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], project);
  expect(run(process.execPath, ["out/readme.js"], project)).toBe("1801555200000 astrid false\n");
});
