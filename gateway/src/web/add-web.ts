import type { Web } from "@tidbok/web";
import type { FastifyInstance } from "fastify";
import { addAssets } from "./add-assets.ts";
import type { AskAsVisitor } from "./ask-as-visitor.ts";
import { pageRequestOf } from "./page-request-of.ts";
import { sendPage } from "./send-page.ts";

/**
 * The public pages and the files that they load. A page is rendered as a visitor sees it, whatever cookie the request has:
 * its HTML is equal for all, and personal data never lies in it. The app behind the log-in is one empty document.
 */
export function addWeb(
  app: FastifyInstance,
  { web, askAsVisitor }: { readonly web: Web; readonly askAsVisitor: AskAsVisitor },
): void {
  const { pages, appShell, assets } = web;
  addAssets(app, assets);
  for (const path of ["/app", "/app/*"]) {
    app.get(path, async (request, reply) =>
      sendPage(appShell(pageRequestOf(request)), { request, reply }),
    );
  }
  for (const path of pages.paths) {
    app.get(path, async (request, reply) => {
      const answer = await pages.answer(path, {
        request: pageRequestOf(request),
        ask: askAsVisitor(request),
      });
      return sendPage(answer, { request, reply });
    });
  }
}
