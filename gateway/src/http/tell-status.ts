import type { ApolloServerPlugin } from "@apollo/server";
import { domainErrorIn } from "@tidbok/domain";
import type { GatewayContext } from "../context.ts";
import { traitsOfCode } from "../errors/traits-of-code.ts";

/**
 * Gives an answer without any data the status of its first error (traits-of-code.ts), so that a client, a proxy or a monitor
 * that reads no GraphQL knows what happened. An answer with some data stays 200.
 */
export const tellStatus: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      const { http, body } = response;
      const [error] = errors;
      if (!error || body.kind !== "single" || hasData(body.singleResult)) return;
      const { code, scopes } = factsOf(error, body.singleResult.errors?.[0]);
      // The server gave a malformed request the status of its cause: 400, 405 or 415.
      if (code === "BAD_REQUEST") return;
      const status = statusFor(code, request.http?.headers.get("accept"));
      if (status !== null) http.status = status;
      const scheme = schemeOf(request.http?.headers.get("authorization"));
      if (code === "FORBIDDEN" && Array.isArray(scopes)) {
        http.headers.set("www-authenticate", challengeFor(scheme, scopes as string[]));
      } else if (status === 401) {
        http.headers.set("www-authenticate", scheme);
      }
    },
  }),
};

// A client that takes nothing but application/json expects 200 for what is wrong with its document or variables (GraphQL
// over HTTP, 6.4.1). Null: the code is a refusal by the domain, and the server's own status stays.
function statusFor(code: string, accept: string | undefined): number | null {
  const { httpStatus } = traitsOfCode(code);
  if (httpStatus === 400 && takesJsonOnly(accept)) return 200;
  return httpStatus === 200 ? null : httpStatus;
}

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

function schemeOf(authorization = ""): "DPoP" | "Bearer" {
  return /^DPoP /i.test(authorization) ? "DPoP" : "Bearer";
}

// RFC 6750, 3.1. `scope` stands in the challenge only where a scope would open the field.
function challengeFor(scheme: string, scopes: readonly string[]): string {
  const named = scopes.length > 0 ? `, scope="${scopes.join(" ")}"` : "";
  return `${scheme} error="insufficient_scope"${named}`;
}
