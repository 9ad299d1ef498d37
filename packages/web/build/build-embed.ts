import path from "node:path";
import { build } from "vite";
import type { BuiltFile } from "./build-page.ts";
import { forBrowsers, viteConfig } from "./vite-config.ts";

/** Builds the script that other sites load: one file of plain statements, which leaves no global name behind. */
export async function buildEmbed(folder: string): Promise<BuiltFile> {
  const result = await build({
    ...viteConfig({ folder, isPublic: false, plugins: [] }),
    build: {
      ...forBrowsers,
      rolldownOptions: {
        input: path.join(folder, "src/v1.ts"),
        output: { format: "iife", entryFileNames: "v1.js" },
      },
    },
  });
  const { output } = result as unknown as { output: readonly { code: string }[] };
  return { name: "v1.js", content: output[0]?.code ?? "" };
}
