import type { Web } from "@tidbok/web";
import type { FastifyInstance } from "fastify";
import { addAssets } from "./add-assets.ts";
import { addEmbedScript } from "./add-embed-script.ts";
import type { AskAsVisitor } from "./ask-as-visitor.ts";
import { pageRequestOf } from "./page-request-of.ts";
import { sendPage } from "./send-page.ts";

declare module "fastify" {
  // Fastify's own contract is an interface; a type cannot add to it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface FastifyContextConfig {
    /** Whether other sites may show the answer in a frame, as far as its policy names them. */
    readonly isFramed?: boolean;
  }
}

/**
 * The public pages and the files that they load. A page is rendered as a visitor sees it, whatever cookie the request has:
 * its HTML is equal for all, and personal data never lies in it. The app behind the log-in is one empty document.
 */
export function addWeb(
  app: FastifyInstance,
  { web, askAsVisitor }: { readonly web: Web; readonly askAsVisitor: AskAsVisitor },
): void {
  const { pages, appShell, assets, embed } = web;
  addAssets(app, assets);
  addEmbedScript(app, embed);
  for (const path of ["/app", "/app/*"]) {
    app.get(path, async (request, reply) =>
      sendPage(appShell(pageRequestOf(request)), { request, reply }),
    );
  }
  for (const path of pages.paths) {
    app.get(path, { config: { isFramed: pages.isFramed(path) } }, async (request, reply) => {
      const answer = await pages.answer(path, {
        request: pageRequestOf(request),
        ask: askAsVisitor(request),
      });
      return sendPage(answer, { request, reply });
    });
  }
}
