import path from "node:path";
import { build } from "vite";
import type { BuiltFile } from "./build-page.ts";

/** Builds the script that other sites load: one file of plain statements, which leaves no global name behind. */
export async function buildEmbed(folder: string): Promise<BuiltFile> {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: path.join(folder, "src/v1.ts"),
        output: { format: "iife", entryFileNames: "v1.js" },
      },
    },
  });
  const { output } = result as unknown as { output: readonly { code: string }[] };
  return { name: "v1.js", content: output[0]?.code ?? "" };
}
