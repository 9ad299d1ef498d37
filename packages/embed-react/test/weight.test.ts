import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

test("check 59: the component weighs at most 1 KB beside the script, and needs React alone", async () => {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL("../src/tidbok-booking.ts", import.meta.url)),
        formats: ["es"],
      },
      rolldownOptions: { external: ["react"] },
    },
  });
  const [{ output }] = result as unknown as [
    { output: readonly { code: string; imports: readonly string[] }[] },
  ];
  expect(output).toHaveLength(1);
  expect(output[0]?.imports).toEqual(["react"]);
  expect(gzipSync(output[0]?.code ?? "", { level: 9 }).length).toBeLessThanOrEqual(1_000);
});
