import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** Where the summary of a run is written, and whether another program prints it: `npm test` does for two runs at once. */
type ClosingLineOptions = {
  readonly folder: URL;
  /** The name of the run; absent where it is the only one, which then prints its own summary. */
  readonly run?: string | undefined;
};

/**
 * A Vitest reporter that closes a run with its ten slowest files and, last, the line `N passed, N failed`. The line is
 * also kept in the folder as `closing-line`; of a run with a name, the counts and the files are kept as `<run>.json`.
 */
export function closingLine({ folder, run }: ClosingLineOptions): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors, reason) {
      const { passed, failed } = count(modules);
      const failures = failed + unhandledErrors.length;
      // A set-up that failed, or no test at all, is no success either.
      const isSilent = failures === 0 && (reason !== "passed" || modules.length === 0);
      const summary = { passed, failed: isSilent ? 1 : failures, slowest: slowestOf(modules) };
      mkdirSync(folder, { recursive: true });
      if (run) {
        writeFileSync(new URL(`${run}.json`, folder), JSON.stringify(summary));
        return;
      }
      const line = `${summary.passed} passed, ${summary.failed} failed`;
      writeFileSync(new URL("closing-line", folder), `${line}\n`);
      const slowest = summary.slowest.map(
        ({ file, seconds }) => `${seconds.toFixed(1)} s  ${file}\n`,
      );
      process.stdout.write(`\nThe slowest files:\n${slowest.join("")}\n${line}\n`);
    },
  };
}

const shown = 10;

function slowestOf(modules: readonly TestModule[]) {
  return modules
    .map((module) => ({
      file: relative(module.project.config.root, module.moduleId),
      seconds: secondsOf(module),
    }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, shown);
}

// What a file imports and prepares costs as much as what it tests.
function secondsOf(module: TestModule): number {
  const { collectDuration, setupDuration, prepareDuration, duration } = module.diagnostic();
  return (collectDuration + setupDuration + prepareDuration + duration) / 1000;
}

// A file that cannot even be loaded, or whose hook fails, has no failed test to count; it counts as one failure.
function count(modules: readonly TestModule[]) {
  const total = { passed: 0, failed: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") total.passed += 1;
      if (state === "failed") failedHere += 1;
    }
    if (failedHere === 0 && !module.ok()) failedHere = 1;
    total.failed += failedHere;
  }
  return total;
}
