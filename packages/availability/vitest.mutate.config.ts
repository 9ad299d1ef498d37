import { defineConfig } from "vitest/config";

// For Stryker only: it runs the package by itself, in a copy.
process.env["TZ"] = "Pacific/Kiritimati";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // What these find in seconds the other tests must find in milliseconds: a thousand mutants wait.
    exclude: ["test/find-slots.proof.test.ts", "test/package.test.ts", "src/acceptance/**"],
    testTimeout: 20_000,
  },
});
