import type { Pages } from "@tidbok/web";
import type { RouteHandlerMethod } from "fastify";
import { pageRequestOf } from "./page-request-of.ts";
import { sendPage } from "./send-page.ts";

/** Answers a browser at an address that leads to nothing. */
export function notFoundPage(pages: Pages): RouteHandlerMethod {
  return async (request, reply) => {
    const answer = pages.notFound(pageRequestOf(request));
    return sendPage(answer, { request, reply });
  };
}
