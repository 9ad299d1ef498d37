import compress from "@fastify/compress";
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
import { addCors } from "./add-cors.ts";
import { isForeignOrigin } from "./foreign-origin.ts";
import { isRefreshOnly } from "./is-refresh-only.ts";
import { PostOnly } from "./post-only.ts";
import { refuseWhole } from "./refuse-whole.ts";
import { sendCompressed } from "./send-compressed.ts";
import { setSessionCookie } from "./set-session-cookie.ts";

type Parts = {
  readonly servers: GraphServers;
  readonly authenticate: Authenticate;
  readonly nonces: Nonces;
  readonly admission: Admission;
  readonly config: Config;
};

/**
 * `POST /graphql`, and GET for the queries of visitors: the caller is authenticated first, then the server of the caller's
 * class answers.
 */
export async function addGraphRoute(app: FastifyInstance, parts: Parts): Promise<void> {
  // A scope of its own: the preflights of other routes are not for it to answer.
  await app.register(
    async (scope) => {
      await addCors(scope, parts.config);
      await scope.register(compress, {
        global: false,
        globalDecompression: false,
        encodings: ["br", "gzip"],
      });
      route(scope, parts);
    },
    { prefix: "/graphql" },
  );
}

function route(app: FastifyInstance, { servers, authenticate, nonces, admission, config }: Parts) {
  app.route({
    method: ["GET", "POST"],
    url: "",
    onRequest: async (request, reply) => {
      try {
        admission.refuseEarly(request);
      } catch (error) {
        if (error instanceof DomainError) return refuseWhole(reply, error);
        throw error;
      }
    },
    handler: async (request, reply) => {
      let context: GatewayContext;
      const isBound = /^DPoP /i.test(request.headers.authorization ?? "");
      if (isBound) reply.header("dpop-nonce", nonces.current());
      try {
        const caller = callerOf(request, { authenticate, config });
        context = contextFor(request, await caller.catch(orVisitor(request)));
        if (request.method !== "POST") requireVisitor(request, context.caller);
      } catch (error) {
        if (error instanceof TokenRefused) challenge(reply, { error, isBound });
        if (error instanceof PostOnly) reply.header("allow", "POST");
        if (error instanceof DomainError) return refuseWhole(reply, error);
        throw error;
      }
      const server = servers[callerClassOf(context.caller)];
      const handle = fastifyApolloHandler(server, { context: async () => context });
      try {
        const work = async () => handle.call(app, request, reply) as unknown;
        const body = await admission.inTurn(request, { context, work });
        const change = context.sessionChanges.at(-1);
        if (change) setSessionCookie(reply, change);
        return typeof body === "string" ? sendCompressed(reply, body) : body;
      } catch (error) {
        if (error instanceof TooMuchToDo) return refuseWhole(reply, error);
        throw error;
      }
    },
  });
}

async function callerOf(
  request: FastifyRequest,
  { authenticate, config }: Pick<Parts, "authenticate" | "config">,
): Promise<Caller> {
  const { authorization, dpop } = request.headers;
  const cookie = request.cookies[sessionCookie];
  // An empty Authorization header counts as absent: then the cookie speaks.
  const isByCookie = cookie !== undefined && !authorization;
  if (isByCookie && isForeignOrigin(request.headers, config)) {
    throw new Forbidden("A page of another origin may not use this session.");
  }
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

// A client that refreshes sends the old access token along: with it refused, the caller is a visitor.
const orVisitor =
  ({ body }: FastifyRequest) =>
  (error: unknown): Caller => {
    if (error instanceof TokenRefused && isRefreshOnly(body)) return anonymous;
    throw error;
  };

function contextFor({ id, ip, headers }: FastifyRequest, caller: Caller): GatewayContext {
  return createContext(caller, {
    requestId: id,
    origin: originOf({ address: ip, userAgent: headers["user-agent"] }),
    traceparent: traceparentOf(headers["traceparent"]) ?? traceparentFor(id),
  });
}

// An address that any page may open asks for no one, so Apollo Server need not refuse it as forged.
function requireVisitor({ headers }: FastifyRequest, caller: Caller): void {
  if (caller.kind !== "anonymous") throw new PostOnly();
  headers["apollo-require-preflight"] = "a visitor";
}

// What a client must know to do better (RFC 6750, 3; RFC 9449, 7.1).
function challenge(
  reply: FastifyReply,
  { error: { refusal }, isBound }: { error: TokenRefused; isBound: boolean },
): void {
  const scheme = isBound ? 'DPoP algs="ES256", ' : "Bearer ";
  reply.header("www-authenticate", `${scheme}error="${refusal}"`);
}
