import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { languages } from "../src/words/languages.ts";
import type { PageAssets } from "../src/server/create-pages.ts";
import { buildApp } from "./build-app.ts";
import { buildEmbed } from "./build-embed.ts";
import { buildPage, type BuiltFile } from "./build-page.ts";
import { buildServer } from "./build-server.ts";
import { budgetProblems, embedProblems } from "./budget-problems.ts";
import { generateDocuments } from "./generate-documents.ts";
import { pageFolders } from "./page-folders.ts";
import { writeAssets } from "./write-assets.ts";

const mark: BuiltFile = {
  name: "mark.svg",
  content: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#0c5c4a"/><path d="M8 9h12M14 9v11" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`,
};

// Builds packages/web/dist. infra/bootstrap/generate.mjs calls it when something that it reads has changed; `--documents`
// makes the typed documents only, which is all that the type check needs.
const folder = path.resolve(import.meta.dirname, "..");
await generateDocuments(folder);
if (!process.argv.includes("--documents")) await buildAll();

async function buildAll(): Promise<void> {
  const pages = pageFolders(folder);
  await rm(path.join(folder, "dist"), { recursive: true, force: true });
  await buildServer(folder, pages);
  const files: BuiltFile[] = [mark];
  const assets: Record<string, PageAssets> = {};
  const { modules } = await import(path.join(folder, "dist/server/pages.js"));
  for (const page of pages) {
    const { hasScript } = modules.find((each: { name: string }) => each.name === page).page;
    const scripts: Record<string, string> = {};
    let css = "";
    // The style is the same in each language.
    for (const language of hasScript ? languages : (["en"] as const)) {
      const built = await buildPage(folder, { page, language });
      css = built.css;
      if (!hasScript) continue;
      scripts[language] = built.script;
      files.push(...built.files);
    }
    assets[page] = { css, scripts };
  }
  const app = await buildApp(folder);
  files.push(...app.files);
  await mkdir(path.join(folder, "dist"), { recursive: true });
  await writeAssets(path.join(folder, "dist/assets"), files);
  const embed = await buildEmbed(path.resolve(folder, "../embed"));
  await writeAssets(path.join(folder, "dist/embed"), [embed]);
  await writeFile(
    path.join(folder, "dist/manifest.json"),
    JSON.stringify({ pages: assets, app: app.assets }),
  );
  const problems = [
    ...budgetProblems({ modules, assets, files }),
    ...app.problems,
    ...embedProblems(embed),
  ];
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
