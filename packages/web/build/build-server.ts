import path from "node:path";
import { build } from "vite";
import { languages } from "../src/words/languages.ts";
import { languageModule } from "./language-module.ts";
import { virtualModule, viteConfig } from "./vite-config.ts";

/** Builds dist/server/pages.js: every public page with its catalogues, and what renders them. Node imports it. */
export async function buildServer(folder: string, pages: readonly string[]): Promise<void> {
  const entry = "virtual:pages";
  const lines = pages.flatMap((page, index) => [
    `import { page as page${index} } from "/src/public/${page}/page.ts";`,
    `import { View as View${index} } from "/src/public/${page}/view.tsx";`,
    ...languages.map((language, l) => languageModule({ page, language, name: `w${index}_${l}` })),
  ]);
  const modules = pages.map((name, index) => {
    const words = languages.map((language, l) => `${JSON.stringify(language)}: w${index}_${l}`);
    return `{ name: "${name}", page: page${index}, View: View${index}, words: { ${words.join(", ")} } }`;
  });
  const code = [
    ...lines,
    `export { createPages } from "/src/server/create-pages.ts";`,
    `export const modules = [${modules.join(", ")}];`,
  ].join("\n");
  await build({
    ...viteConfig({ folder, isPublic: true, plugins: [virtualModule(entry, code)] }),
    // The gateway asks with the same package, and its errors are told by their class.
    ssr: { noExternal: true, external: ["@tidbok/client"] },
    build: {
      ssr: true,
      outDir: path.join(folder, "dist/server"),
      emptyOutDir: true,
      target: "node24",
      minify: false,
      rolldownOptions: { input: { pages: entry }, output: { entryFileNames: "[name].js" } },
    },
  });
}
