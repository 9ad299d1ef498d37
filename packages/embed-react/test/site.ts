import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { build } from "vite";
import { SitePage } from "./site-page.ts";

/** The page of a site as its server draws it; its script is at /site.js. */
export function siteHtml({
  origin,
  page,
}: {
  readonly origin: string;
  readonly page: string;
}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title></head><body>
    <div id="root" data-origin="${origin}" data-page="${page}">${renderToString(createElement(SitePage, { origin, page }))}</div>
    <script src="/site.js"></script></body></html>`;
}

/** The script of that page, with React as developers run it: it warns of what differs between server and browser. */
export async function siteScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    mode: "development",
    root: fileURLToPath(new URL("..", import.meta.url)),
    define: { "process.env.NODE_ENV": JSON.stringify("development") },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("hydrate-page.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  return (result as unknown as { output: readonly { code: string }[] }).output[0]?.code ?? "";
}
