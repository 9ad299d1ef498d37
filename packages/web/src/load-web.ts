import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Asset } from "./asset.ts";
import { readAssets } from "./read-assets.ts";
import type { createPages, PageAssets, PageModule, Pages } from "./server/create-pages.ts";

/** The web as it was built: what is rendered, and the files that pages load. */
export type Web = {
  readonly pages: Pages;
  /** By the name below /assets/. */
  readonly assets: ReadonlyMap<string, Asset>;
};

type Built = {
  readonly modules: readonly PageModule[];
  readonly createPages: typeof createPages;
};

/** Reads the build (packages/web/dist) into memory. Rejects when there is none: bootstrap's generate step makes it. */
export async function loadWeb(folder = path.resolve(import.meta.dirname, "../dist")): Promise<Web> {
  const manifest = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")) as {
    readonly pages: Readonly<Record<string, PageAssets>>;
  };
  const built = (await import(path.join(folder, "server/pages.js"))) as Built;
  return {
    pages: built.createPages(built.modules, manifest.pages),
    assets: await readAssets(path.join(folder, "assets")),
  };
}
