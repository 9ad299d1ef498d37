import path from "node:path";
import { build } from "vite";
import type { AppAssets } from "../src/server/app-shell.ts";
import { weighApp, type AppChunk } from "./app-budget.ts";
import type { BuiltFile } from "./build-page.ts";
import { forBrowsers, viteConfig } from "./vite-config.ts";

/** The app for the browser: its files, where they start, and what is too heavy. */
export type BuiltApp = {
  readonly files: readonly BuiltFile[];
  readonly assets: AppAssets;
  readonly problems: readonly string[];
};

/** Builds the app with React: one script that starts it, one style, and a file for each route and catalogue. */
export async function buildApp(folder: string): Promise<BuiltApp> {
  const result = await build({
    ...viteConfig({ folder, isPublic: false, plugins: [] }),
    build: {
      ...forBrowsers,
      rolldownOptions: {
        // "use client" is for servers that render; here all is the client.
        onwarn: (warning, warn) => warning.code !== "MODULE_LEVEL_DIRECTIVE" && warn(warning),
        input: { app: path.join(folder, "src/app/start-app.tsx") },
        output: {
          entryFileNames: "[name].[hash].js",
          chunkFileNames: "app.[name].[hash].js",
          assetFileNames: "app.[hash][extname]",
        },
      },
    },
    base: "/assets/",
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as never as { output: Output[] };
  const chunks = output.filter((each): each is Output & AppChunk => each.type === "chunk");
  const style = output.find(({ fileName }) => fileName.endsWith(".css"));
  const start = chunks.find((each) => each.isEntry);
  return {
    files: output.map(({ fileName, code, source }) => ({
      name: fileName,
      content: code ?? source ?? "",
    })),
    assets: { script: `/assets/${start?.fileName}`, style: `/assets/${style?.fileName}` },
    problems: weighApp(chunks),
  };
}

type Output = {
  readonly type: "chunk" | "asset";
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
};
