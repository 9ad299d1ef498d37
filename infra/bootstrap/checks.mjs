import { inRoot, run } from "./run.mjs";

const bin = (name) => inRoot(`node_modules/.bin/${name}`);

// The names are those of the root's package scripts, so that a failed one can be run by itself.
const all = [
  ["typecheck", bin("tsc"), ["-p", "tsconfig.json"]],
  ["lint", bin("eslint"), [".", "--max-warnings", "0"]],
  ["format:check", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["check-shape", bin("node"), [inRoot("packages/tooling/src/check-shape.ts")]],
  ["compose --check", bin("node"), [inRoot("gateway/src/compose-main.ts"), "--check"]],
  // Whole here; `npm test` tries fewer cases.
  [
    "proofs",
    bin("vitest"),
    ["run", ".proof.test.ts"],
    { TIDBOK_PROOFS: "whole", TIDBOK_TEST_RUN: "proofs" },
  ],
];

/** Runs every check, also after one has failed; resolves with 0 when all hold. */
export async function checks() {
  const failed = [];
  for (const [name, command, args, env] of all) {
    const began = Date.now();
    const isFine = (await run(command, args, { env })) === 0;
    console.log(`${isFine ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (!isFine) failed.push(name);
  }
  if (failed.length > 0) console.error(`✗ Does not hold: ${failed.join(", ")}.`);
  return failed.length === 0 ? 0 : 1;
}
