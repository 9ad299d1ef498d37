import { readdir, readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { html } from "ghtml";

const folder = new URL("../../pages/", import.meta.url);
const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

// A private link is opened on these pages, so they load nothing from elsewhere and run no inline script.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * `/manage`, the page of a booking's private link, until packages/web has it. The secret of a link stands behind the `#`, so
 * no server and no log ever sees it; the page asks the graph with it.
 */
export async function addPages(app: FastifyInstance): Promise<void> {
  const files = await readFiles();
  for (const name of ["manage"]) {
    app.get(`/${name}`, async (_, reply) =>
      reply
        .header("content-security-policy", contentSecurityPolicy)
        .header("cache-control", "no-cache")
        .type("text/html; charset=utf-8")
        .send(pageOf(name)),
    );
  }
  app.get<{ Params: { file: string } }>("/pages/:file", async ({ params }, reply) => {
    const file = files.get(params.file);
    if (!file) return reply.code(404).type("text/plain").send("There is no such file.");
    return reply.header("cache-control", "public, max-age=300").type(file.type).send(file.text);
  });
}

async function readFiles(): Promise<ReadonlyMap<string, { type: string; text: string }>> {
  const names = await readdir(folder);
  const entries = names.map(async (name) => {
    const type = types[name.split(".").at(-1) ?? ""];
    return type
      ? [[name, { type, text: await readFile(new URL(name, folder), "utf8") }] as const]
      : [];
  });
  return new Map((await Promise.all(entries)).flat());
}

function pageOf(name: string): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Tidbok</title>
        <link rel="stylesheet" href="/pages/page.css" />
      </head>
      <body>
        <main id="main" aria-live="polite">
          <noscript>This page needs JavaScript. Sidan behöver JavaScript.</noscript>
        </main>
        <script type="module" src="/pages/${name}.js"></script>
      </body>
    </html> `;
}
