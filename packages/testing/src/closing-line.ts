import { mkdirSync, writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** A Vitest reporter that closes a run with the line `N passed, N failed`, and writes it to the file, too, for a script to print last. */
export function closingLine(file: URL): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors, reason) {
      const { passed, failed } = count(modules);
      const failures = failed + unhandledErrors.length;
      // A set-up that failed, or no test at all, is no success either.
      const isSilent = failures === 0 && (reason !== "passed" || modules.length === 0);
      const line = `${passed} passed, ${isSilent ? 1 : failures} failed`;
      mkdirSync(new URL(".", file), { recursive: true });
      writeFileSync(file, `${line}\n`);
      process.stdout.write(`\n${line}\n`);
    },
  };
}

// A file that cannot be loaded, or in which a hook fails, has no failed test to count; it counts as one failure.
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
