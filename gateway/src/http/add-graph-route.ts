import { fastifyApolloHandler } from "@as-integrations/fastify";
import { anonymous, DomainError, Forbidden, sessionCookie, type Caller } from "@tidbok/domain";
import { callerClassOf } from "@tidbok/minimization";
import { traceparentFor, traceparentOf } from "@tidbok/service";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Authenticate } from "../authenticate/create-authenticate.ts";
import { originOf } from "../authenticate/origin-of.ts";
import type { Nonces } from "../authenticate/create-nonces.ts";
import { TokenRefused } from "../authenticate/token-refused.ts";
import type { Config } from "../config.ts";
import { createContext, type GatewayContext } from "../context.ts";
import type { Admission } from "../fairness/create-admission.ts";
import { TooMuchToDo } from "../fairness/too-much-to-do.ts";
import type { GraphServers } from "../graph/create-graph-servers.ts";
import { isForeignOrigin } from "./foreign-origin.ts";
import { isRefreshOnly } from "./is-refresh-only.ts";
import { setSessionCookie } from "./set-session-cookie.ts";

/** `POST /graphql` (and GET for queries): the caller is authenticated first, then the server of the caller's class answers. */
export function addGraphRoute(
  app: FastifyInstance,
  {
    servers,
    authenticate,
    nonces,
    admission,
    config,
  }: {
    servers: GraphServers;
    authenticate: Authenticate;
    nonces: Nonces;
    admission: Admission;
    config: Config;
  },
): void {
  async function callerOf(request: FastifyRequest): Promise<Caller> {
    const { authorization, origin, host = "" } = request.headers;
    const cookie = request.cookies[sessionCookie];
    const { publicUrl, allowedOrigins } = config;
    // An empty Authorization header counts as absent: then the cookie speaks.
    const isByCookie = cookie !== undefined && !authorization;
    if (isByCookie && isForeignOrigin(origin, { publicUrl, host, allowedOrigins })) {
      throw new Forbidden("A page of another origin may not use this session.");
    }
    const dpop = request.headers["dpop"];
    return authenticate(
      {
        authorization,
        cookie,
        dpop: typeof dpop === "string" ? dpop : undefined,
        method: request.method,
        path: "/graphql",
      },
      request.id,
    );
  }

  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    onRequest: async (request, reply) => {
      try {
        admission.refuseEarly(request);
      } catch (error) {
        if (error instanceof DomainError) return refuse(reply, error);
        throw error;
      }
    },
    handler: async (request, reply) => {
      let context: GatewayContext;
      const isBound = /^DPoP /i.test(request.headers.authorization ?? "");
      if (isBound) reply.header("dpop-nonce", nonces.current());
      try {
        context = createContext(await callerOf(request).catch(orVisitor(request)), {
          requestId: request.id,
          origin: originOf({
            address: request.ip,
            userAgent: request.headers["user-agent"],
          }),
          traceparent: traceparentOf(request.headers["traceparent"]) ?? traceparentFor(request.id),
        });
      } catch (error) {
        if (error instanceof TokenRefused) challenge(reply, { error, isBound });
        if (error instanceof DomainError) return refuse(reply, error);
        throw error;
      }
      const server = servers[callerClassOf(context.caller)];
      const handle = fastifyApolloHandler(server, { context: async () => context });
      try {
        const work = async () => handle.call(app, request, reply) as unknown;
        const body = await admission.inTurn(request, { context, work });
        const change = context.sessionChanges.at(-1);
        if (change) setSessionCookie(reply, change);
        return body;
      } catch (error) {
        if (error instanceof TooMuchToDo) return refuse(reply, error);
        throw error;
      }
    },
  });
}

// A client that refreshes sends the old access token along: with it refused, the caller is a visitor.
const orVisitor =
  ({ body }: FastifyRequest) =>
  (error: unknown): Caller => {
    if (error instanceof TokenRefused && isRefreshOnly(body)) return anonymous;
    throw error;
  };

// What a client must know to do better (RFC 6750, 3; RFC 9449, 7.1).
function challenge(
  reply: FastifyReply,
  { error: { refusal }, isBound }: { error: TokenRefused; isBound: boolean },
): void {
  const scheme = isBound ? 'DPoP algs="ES256", ' : "Bearer ";
  reply.header("www-authenticate", `${scheme}error="${refusal}"`);
}

const statusOf: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  SERVICE_UNAVAILABLE: 503,
  TOO_BUSY: 503,
};

function refuse(reply: FastifyReply, { code, message, details }: DomainError) {
  const { retryAfterSeconds } = details;
  if (typeof retryAfterSeconds === "number") reply.header("retry-after", retryAfterSeconds);
  return reply
    .code(statusOf[code] ?? 401)
    .send({ errors: [{ message, extensions: { ...details, code } }] });
}
