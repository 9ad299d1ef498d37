import { build } from "vite";
import type { Language } from "../src/words/languages.ts";
import { languageModule } from "./language-module.ts";
import { forBrowsers, virtualModule, viteConfig } from "./vite-config.ts";

/** A file of a build, by the name that it gets below /assets. */
export type BuiltFile = { readonly name: string; readonly content: string | Uint8Array };

/** The script of one page in one language, and the style of the page. */
export type BuiltPage = {
  readonly files: readonly BuiltFile[];
  readonly script: string;
  readonly css: string;
};

/**
 * Builds a page for the browser in one language: one script with all that it needs to start, and a file for each part that
 * it loads later. A page is built by itself, so that it carries nothing of another.
 */
export async function buildPage(
  folder: string,
  { page, language }: { readonly page: string; readonly language: Language },
): Promise<BuiltPage> {
  const entry = `virtual:${page}.${language}`;
  const code = [
    `import { startPage } from "/src/public/start-page.tsx";`,
    `import { View } from "/src/public/${page}/view.tsx";`,
    languageModule({ page, language, name: "words" }),
    `startPage({ View, words, language: ${JSON.stringify(language)} });`,
  ].join("\n");
  const result = await build({
    ...viteConfig({ folder, isPublic: true, plugins: [virtualModule(entry, code)] }),
    build: {
      ...forBrowsers,
      rolldownOptions: {
        input: { [`${page}.${language}`]: entry },
        output: {
          entryFileNames: "[name].[hash].js",
          chunkFileNames: `${page}.${language}.[name].[hash].js`,
          assetFileNames: "[name].[hash][extname]",
        },
      },
    },
    base: "/assets/",
  });
  const { output } = Array.isArray(result) ? result[0]! : (result as never as { output: Output[] });
  return pageOf(output as Output[]);
}

type Output = {
  readonly type: "chunk" | "asset";
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly code?: string;
  readonly source?: string | Uint8Array;
};

function pageOf(output: readonly Output[]): BuiltPage {
  const css = output.find((each) => each.fileName.endsWith(".css"));
  const script = output.find((each) => each.isEntry);
  return {
    script: `/assets/${script?.fileName}`,
    css: String(css?.source ?? "").trim(),
    files: output
      .filter((each) => each !== css)
      .map(({ fileName, code, source }) => ({ name: fileName, content: code ?? source ?? "" })),
  };
}
