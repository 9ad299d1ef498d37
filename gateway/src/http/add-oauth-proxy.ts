import type { Readable } from "node:stream";
import { anonymous, DomainError } from "@tidbok/domain";
import type { SignCaller } from "@tidbok/service";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { originOf } from "../authenticate/origin-of.ts";
import type { ServiceConnections } from "../service-connections.ts";

const places = [
  "/oauth/*",
  "/log-in/*",
  "/.well-known/openid-configuration",
  "/.well-known/oauth-authorization-server",
];
// What the authorization server reads; whatever else a client says, of addresses above all, ends here.
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
const ofTheConnection = new Set(["connection", "keep-alive", "transfer-encoding"]);

/**
 * The authorization server, which identity is, and the ways to other providers, at the public address. It needs no caller token; what it gets
 * is signed like one and says where from, as far as identity may know, for guesses are limited by network here too.
 */
export async function addOauthProxy(
  app: FastifyInstance,
  { services, signCaller }: { services: ServiceConnections; signCaller: SignCaller },
): Promise<void> {
  const whence = ({ ip, headers }: FastifyRequest) =>
    signCaller(anonymous, "identity", {
      origin: originOf({ address: ip, userAgent: headers["user-agent"] }),
    });
  const handOn = async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await services
      .pass({
        service: "identity",
        method: request.method,
        path: request.raw.url ?? "/",
        headers: {
          ...headersOf(request),
          "x-request-id": request.id,
          "x-tidbok-origin": await whence(request),
        },
        body: request.method === "POST" ? ((request.body as Readable | undefined) ?? null) : null,
      })
      .catch((error: unknown) => {
        if (error instanceof DomainError) return null;
        throw error;
      });
    if (!answer) return reply.code(503).send({ error: "temporarily_unavailable" });
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && !ofTheConnection.has(name)) reply.header(name, value);
    }
    return reply.code(answer.status).send(answer.body);
  };
  await app.register(async (plugin) => {
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
