import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

test("the whole client weighs at most 3 KB gzipped", async () => {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      lib: { entry: new URL("../src/index.ts", import.meta.url).pathname, formats: ["es"] },
    },
  });
  const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
  expect(gzipSync(output[0].code, { level: 9 }).length).toBeLessThanOrEqual(3_000);
});
