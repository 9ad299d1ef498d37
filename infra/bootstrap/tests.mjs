import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inRoot, run } from "./run.mjs";

const vitest = inRoot("node_modules/.bin/vitest");
const folder = inRoot(".local/tests");
const shown = 10;

/**
 * Runs all tests, or with arguments what Vitest makes of them. The journeys take turns on one platform and often wait,
 * so they run beside the other tests; their output follows when both have ended. The last line is the count of both.
 */
export async function tests(args) {
  if (args.length > 0) return run(vitest, ["run", ...args]);
  mkdirSync(folder, { recursive: true });
  rmSync(`${folder}/closing-line`, { force: true });
  const log = `${folder}/journeys.log`;
  const output = openSync(log, "w");
  const codes = await Promise.all([
    runOf("parts", { args: ["--project", "pure", "--project", "real"] }),
    runOf("journeys", { args: ["--project", "journeys"], output }),
  ]);
  closeSync(output);
  process.stdout.write(readFileSync(log));
  return close(["parts", "journeys"].map(summaryOf)) || Math.max(...codes);
}

function runOf(name, { args, output }) {
  rmSync(`${folder}/${name}.json`, { force: true });
  return run(vitest, ["run", ...args], { env: { TIDBOK_TEST_RUN: name }, output });
}

// A run that ended before it could write its summary is one failure.
function summaryOf(name) {
  try {
    return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
  } catch {
    return { passed: 0, failed: 1, slowest: [] };
  }
}

function close(summaries) {
  const slowest = summaries.flatMap((each) => each.slowest);
  slowest.sort((one, other) => other.seconds - one.seconds);
  console.log("\nThe slowest files:");
  for (const { file, seconds } of slowest.slice(0, shown)) {
    console.log(`${seconds.toFixed(1)} s  ${file}`);
  }
  const sum = (key) => summaries.reduce((total, each) => total + each[key], 0);
  const line = `${sum("passed")} passed, ${sum("failed")} failed`;
  writeFileSync(`${folder}/closing-line`, `${line}\n`);
  console.log(`\n${line}`);
  return sum("failed") === 0 ? 0 : 1;
}
