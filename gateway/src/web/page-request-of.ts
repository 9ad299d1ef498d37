import type { PageRequest } from "@tidbok/web";
import type { FastifyRequest } from "fastify";

/** What the query of a public page may carry; all else, above all what names a person, is not looked at. */
const allowedQuery = ["date", "duration", "lang", "zone", "clock"];

/** What a page is told of the request for it. */
export function pageRequestOf({ params, query, headers }: FastifyRequest): PageRequest {
  const given = Object.entries(query as Record<string, unknown>).filter(
    (entry): entry is [string, string] =>
      allowedQuery.includes(entry[0]) && typeof entry[1] === "string",
  );
  return {
    params: params as Record<string, string>,
    query: Object.fromEntries(given),
    acceptLanguage: headers["accept-language"] ?? "",
    now: Date.now(),
  };
}
