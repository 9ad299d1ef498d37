import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { inRoot, run } from "./run.mjs";

const stamp = inRoot("node_modules/.tidbok/web");
const made = ["packages/web/dist/manifest.json", "packages/web/src/generated/graphql.ts"].map(
  inRoot,
);
const read = [
  "packages/web/build",
  "packages/web/src",
  "packages/client",
  "packages/embed/src",
  "pnpm-lock.yaml",
];

/** Builds the pages, unless those of the same sources are there. */
export async function generateWeb() {
  const now = fingerprint();
  if (made.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;

  console.log("Building the pages …");
  const code = await run(inRoot("node_modules/.bin/node"), [inRoot("packages/web/build/main.ts")]);
  if (code !== 0) throw new Failure("The pages could not be built; the reason is above.");
  mkdirSync(inRoot("node_modules/.tidbok"), { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of read.flatMap((name) => filesOf(inRoot(name)))) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !["node_modules", "generated", "test"].includes(name))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
