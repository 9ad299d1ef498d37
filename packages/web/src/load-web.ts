import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Asset } from "./asset.ts";
import { readAssets } from "./read-assets.ts";
import { createAppShell, type AppAssets } from "./server/app-shell.ts";
import type {
  createPages,
  PageAnswer,
  PageAssets,
  PageModule,
  Pages,
} from "./server/create-pages.ts";
import type { PageRequest } from "./server/public-page.ts";

/** The web as it was built: what is rendered, and the files that pages load. */
export type Web = {
  readonly pages: Pages;
  /** The empty document of the app, the same below each address of it. */
  readonly appShell: (request: PageRequest) => PageAnswer;
  /** By the name below /assets/. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The scripts that other sites load, by the name below /embed/. */
  readonly embed: ReadonlyMap<string, Asset>;
};

type Built = {
  readonly modules: readonly PageModule[];
  readonly createPages: typeof createPages;
};

/** Reads the build (packages/web/dist) into memory. Rejects when there is none: bootstrap's generate step makes it. */
export async function loadWeb(folder = path.resolve(import.meta.dirname, "../dist")): Promise<Web> {
  const manifest = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")) as {
    readonly pages: Readonly<Record<string, PageAssets>>;
    readonly app: AppAssets;
  };
  const built = (await import(path.join(folder, "server/pages.js"))) as Built;
  return {
    pages: built.createPages(built.modules, manifest.pages),
    appShell: createAppShell(manifest.app),
    assets: await readAssets(path.join(folder, "assets")),
    embed: await readAssets(path.join(folder, "embed")),
  };
}
