import replyFrom from "@fastify/reply-from";
import { anonymous } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Pool } from "undici";
import { originOf } from "../authenticate/origin-of.ts";

const places = [
  "/oauth/*",
  "/log-in/*",
  "/.well-known/openid-configuration",
  "/.well-known/oauth-authorization-server",
];
// What the authorization server reads. Every other header ends here, above all those that claim an address.
const passedOn = [
  "accept",
  "accept-language",
  "access-control-request-headers",
  "access-control-request-method",
  "authorization",
  "content-length",
  "content-type",
  "cookie",
  "dpop",
  "origin",
  "sec-fetch-site",
];

/**
 * The authorization server, which identity is, and the ways to other log-in providers, at the public address. A request needs
 * no caller token; it carries a signed statement of the client's network and device, reduced to what identity may know,
 * because guesses are limited by network here too.
 */
export async function addOauthProxy(
  app: FastifyInstance,
  { identityUrl, signCaller }: { identityUrl: string; signCaller: SignCaller },
): Promise<void> {
  const statementOf = ({ ip, headers }: FastifyRequest) =>
    signCaller(anonymous, "identity", {
      origin: originOf({ address: ip, userAgent: headers["user-agent"] }),
    });
  const handOn = async (request: FastifyRequest, reply: FastifyReply) => {
    // A URL reads "\\" as "/": such a path could leave the places above for any other of identity's.
    if (request.raw.url?.includes("\\")) return reply.code(400).send({ error: "invalid_request" });
    const statement = await statementOf(request);
    return reply.from(undefined, {
      rewriteRequestHeaders: (_, { host }) => ({
        ...headersOf(request),
        ...(host !== undefined && { host }),
        "x-request-id": request.id,
        "x-tidbok-origin": statement,
      }),
      // These belong to the connection with identity, not to the one with the client.
      rewriteHeaders: ({ connection: _, "keep-alive": __, ...headers }) => headers,
      onError: (reply) => {
        void reply.code(503).send({ error: "temporarily_unavailable" });
      },
    });
  };
  const base = new URL(identityUrl).origin;
  // A pool of our own: the library's does not verify certificates, and is not closed.
  const pool = new Pool(base, {
    connections: 64,
    pipelining: 1,
    connectTimeout: 2_000,
    keepAliveMaxTimeout: 4_000,
    // An identity that hangs costs five seconds at most; the library's timers are up to a second late.
    headersTimeout: 4_000,
    bodyTimeout: 4_000,
  });
  await app.register(async (plugin) => {
    plugin.addHook("onClose", () => pool.close());
    await plugin.register(replyFrom, {
      base,
      // A request that identity may have acted on is not sent twice.
      retryMethods: [],
      disableRequestLogging: true,
      // The library's types are those of another version of undici, with the same calls.
      undici: pool as never,
    });
    // Bodies go on as they come.
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser("*", (_, body, done) => done(null, body));
    for (const url of places) {
      plugin.route({ method: ["GET", "POST", "OPTIONS"], url, handler: handOn });
    }
  });
}

function headersOf({ headers }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
