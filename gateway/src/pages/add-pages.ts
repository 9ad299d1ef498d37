import { readdir, readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { html } from "ghtml";
import type { LogInProviders } from "./ask-log-in-providers.ts";

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
 * The pages that links in mails lead to: `/manage`, `/verify`, `/invitation`, `/log-in`, `/recover`,
 * `/change-email`, `/enrol`. The secret of a link stands behind the `#`, so no server and no log ever sees it; the page asks the graph with it.
 */
export async function addPages(
  app: FastifyInstance,
  { providers }: { providers: LogInProviders },
): Promise<void> {
  const files = await readFiles();
  for (const name of [
    "manage",
    "verify",
    "invitation",
    "log-in",
    "recover",
    "change-email",
    "enrol",
  ]) {
    app.get(`/${name}`, async (_, reply) =>
      reply
        .header("content-security-policy", contentSecurityPolicy)
        .header("cache-control", "no-cache")
        .type("text/html; charset=utf-8")
        .send(pageOf(name, name === "log-in" ? await providers() : [])),
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

// Plain links, so that logging in with another provider needs no script.
function waysTo(providers: Awaited<ReturnType<LogInProviders>>): string {
  if (providers.length === 0) return "";
  const links = providers.map(
    ({ id, name }) => html`<li><a href="/log-in/with/${id}">${name}</a></li>`,
  );
  return html`<nav aria-label="Log in with · Logga in med">
    <p>Log in with · Logga in med</p>
    <ul>
      !${links}
    </ul>
  </nav> `;
}

function pageOf(name: string, providers: Awaited<ReturnType<LogInProviders>>): string {
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
        !${waysTo(providers)}
        <script type="module" src="/pages/${name}.js"></script>
      </body>
    </html> `;
}
