import { sessionCookie } from "@tidbok/domain";
import cors, { type FastifyCorsOptions } from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isForeignOrigin } from "./foreign-origin.ts";

// What clients send besides what every page may send (Fetch, 3.2.2), and what they may read of an answer.
const always = {
  methods: ["GET", "POST"],
  allowedHeaders: [
    ...["authorization", "content-type", "dpop", "traceparent"],
    ...["apollo-require-preflight", "x-apollo-operation-name"],
  ],
  exposedHeaders: ["dpop-nonce", "retry-after", "www-authenticate", "x-request-id"],
  // Browsers ask again after two hours at the latest.
  maxAge: 7_200,
} satisfies FastifyCorsOptions;

/**
 * Pages of every origin may ask as visitors and with a bearer token, which a browser never adds by itself. The session cookie
 * is for pages of `allowedOrigins` alone: they may send it and read the answers.
 */
export async function addCors(
  app: FastifyInstance,
  here: { readonly publicUrl: string; readonly allowedOrigins: readonly string[] },
): Promise<void> {
  await app.register(cors, {
    delegator: (
      request: FastifyRequest,
      tell: (error: null, options: FastifyCorsOptions) => void,
    ) =>
      tell(null, {
        ...always,
        ...optionsFor(request, here.allowedOrigins),
        ...unlessForeign(request, here),
      }),
  });
}

function optionsFor(
  { headers: { origin = "" } }: FastifyRequest,
  allowedOrigins: readonly string[],
): FastifyCorsOptions {
  const isAllowed = allowedOrigins.includes(origin);
  return isAllowed ? { origin, credentials: true } : { origin: "*" };
}

// The cookie that came all the same is refused, and the page learns nothing of that.
function unlessForeign(
  { headers, cookies }: FastifyRequest,
  here: { readonly publicUrl: string; readonly allowedOrigins: readonly string[] },
): FastifyCorsOptions {
  const isByCookie = cookies[sessionCookie] !== undefined && !headers.authorization;
  return isByCookie && isForeignOrigin(headers, here) ? { origin: false } : {};
}
