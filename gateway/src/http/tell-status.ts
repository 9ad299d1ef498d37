import type { ApolloServerPlugin } from "@apollo/server";
import { domainErrorIn } from "@tidbok/domain";
import type { GatewayContext } from "../context.ts";

// What an operation that was refused whole says in HTTP's own words.
const statusOf: Readonly<Record<string, number>> = {
  INVALID_INPUT: 400,
  COST_BUDGET_SPENT: 429,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  TOO_BUSY: 503,
};

// A client that takes nothing but application/json expects 200 for these (GraphQL over HTTP, 6.4.1).
const ofTheDocument = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INVALID_INPUT",
]);

/**
 * Gives an answer without any data the status of its first error, so that a client, a proxy or a monitor that reads no GraphQL
 * knows what happened. An answer with some data stays 200.
 */
export const tellStatus: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      const { http, body } = response;
      const [error] = errors;
      if (!error || body.kind !== "single" || hasData(body.singleResult)) return;
      const { code, scopes } = factsOf(error, body.singleResult.errors?.[0]);
      if (takesJsonOnly(request.http?.headers.get("accept")) && ofTheDocument.has(code)) {
        http.status = 200;
      } else if (code === "FORBIDDEN" && Array.isArray(scopes)) {
        http.status = 403;
        const isBound = /^DPoP /i.test(request.http?.headers.get("authorization") ?? "");
        http.headers.set("www-authenticate", challengeFor(scopes as string[], isBound));
      } else {
        http.status = statusOf[code] ?? http.status;
      }
    },
  }),
};

function hasData({ data }: { readonly data?: Readonly<Record<string, unknown>> | null }): boolean {
  return Object.values(data ?? {}).some((value) => value !== null);
}

function factsOf(
  error: Error,
  shown: { readonly extensions?: Readonly<Record<string, unknown>> } | undefined,
): { readonly code: string; readonly scopes?: unknown } {
  const fact = domainErrorIn(error);
  const { code, scopes } = shown?.extensions ?? { ...fact?.details, code: fact?.code };
  return { code: String(code), scopes };
}

function takesJsonOnly(accept = ""): boolean {
  const types = accept.split(",").map((part) => part.split(";")[0]?.trim());
  return types.length === 1 && types[0] === "application/json";
}

// RFC 6750, 3.1. Without a scope that would open it, none is named.
function challengeFor(scopes: readonly string[], isBound: boolean): string {
  const named = scopes.length > 0 ? `, scope="${scopes.join(" ")}"` : "";
  return `${isBound ? "DPoP" : "Bearer"} error="insufficient_scope"${named}`;
}
