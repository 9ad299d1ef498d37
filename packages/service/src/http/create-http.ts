import { randomUUID } from "node:crypto";
import type { Origin } from "@tidbok/domain";
import type { Withheld } from "@tidbok/minimization";
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from "fastify";
import mercurius from "mercurius";
import type { Draining } from "./create-draining.ts";
import { buildSchema } from "./build-schema.ts";
import type { KeySet } from "../keys/create-token-check.ts";
import { describeError, unwrapErrors } from "./describe-error.ts";
import { type RequestFacts, traceparentOf } from "../request-context.ts";
import type { AssembledService, ServiceContext } from "../service-definition.ts";
import { createCallerVerifier, operationHash, type Verified } from "../keys/caller-tokens.ts";

declare module "fastify" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface FastifyRequest {
    /** Undefined on an open route. */
    verified: Verified | undefined;
    extensions: Record<string, unknown>;
    /** The origin of a request to an open route, as the gateway signed it; null without a valid signature. */
    pageOrigin: Origin | null;
  }
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface FastifyContextConfig {
    /** A route without a caller token, such as an authorization server's. */
    isOpen?: boolean;
  }
}

/** The HTTP side of a service: GraphQL behind the caller token, and the health of the process. Does not listen. */
export async function createHttp<Context extends ServiceContext>(
  definition: AssembledService<Context>,
  { callerKeys, draining }: { callerKeys: KeySet; draining: Draining },
): Promise<FastifyInstance> {
  const { name, log } = definition;
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: "x-request-id",
    genReqId: () => randomUUID(),
    bodyLimit: 1_048_576,
    return503OnClosing: true,
  } as never) as unknown as FastifyInstance;
  const verify = createCallerVerifier({ keys: callerKeys, audience: name });

  draining.attach(app);
  app.decorateRequest("verified");
  app.decorateRequest("extensions");
  app.decorateRequest("pageOrigin", null);
  // Before the body is read: a request without a token never reaches GraphQL.
  app.addHook("onRequest", async (request, reply) => {
    if (request.url.startsWith("/health/")) return;
    if (request.routeOptions.config.isOpen) {
      const signed = String(request.headers["x-tidbok-origin"]);
      request.pageOrigin = (await verify(signed).catch(() => null))?.origin ?? null;
      return;
    }
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    const verified = token ? await verify(token).catch(() => null) : null;
    if (!verified) return reply.code(401).send({ errors: [unauthenticated] });
    request.verified = verified;
    request.extensions = {};
  });
  // A token that was stolen on its way asks nothing else than it was made for.
  app.addHook("preHandler", async (request, reply) => {
    if (request.verified === undefined) return;
    if (!isGoodFor(request)) return reply.code(401).send({ errors: [unauthenticated] });
  });
  app.addHook("onResponse", async (request, reply) => {
    if (request.url.startsWith("/health/")) return;
    const ms = Math.round(reply.elapsedTime);
    log.info({ requestId: request.id, status: reply.statusCode, ms }, "request");
  });
  app.addHook("onSend", async (_, reply) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  await definition.addRoutes?.(app);
  await app.register(mercurius, {
    schema: buildSchema(definition),
    context: (request) =>
      definition.createContext(factsOf(definition, request)) as unknown as Record<string, unknown>,
    allowBatchedQueries: false,
    graphiql: false,
    errorFormatter: (execution, context) => {
      const facts = context as unknown as Partial<RequestFacts>;
      const requestId = facts.requestId ?? "unknown";
      const errors = unwrapErrors(execution.errors ?? []).map((error) =>
        describeError(error, { requestId, log }),
      );
      return { statusCode: 200, response: { ...execution, data: execution.data ?? null, errors } };
    },
  });
  app.graphql.addHook("onResolution", async (execution, context) => {
    const { extensions } = context.reply.request;
    if (Object.keys(extensions).length > 0) execution.extensions = extensions;
  });
  return app;
}

function isGoodFor({ method, verified, body, query }: FastifyRequest): boolean {
  const { query: text } = ((method === "GET" ? query : body) ?? {}) as { readonly query?: unknown };
  return typeof text === "string" && operationHash(text) === verified?.operation;
}

const unauthenticated = {
  message: "This service answers the gateway only.",
  extensions: { code: "UNAUTHENTICATED" },
};

function factsOf(
  { clock, log }: { clock: () => number; log: RequestFacts["log"] },
  request: {
    id: string;
    verified: Verified | undefined;
    extensions: Record<string, unknown>;
    headers: Record<string, unknown>;
  },
): RequestFacts {
  const { extensions, verified } = request;
  if (!verified) throw new Error("a request without a caller reached GraphQL");
  return {
    ...verified,
    requestId: request.id,
    traceparent: traceparentOf(request.headers["traceparent"]),
    now: clock(),
    log,
    withhold: (withheld) => {
      const list = (extensions["withheld"] ??= []) as Withheld[];
      // A page of a hundred rows withholds the same coordinates a hundred times; once tells as much.
      const { coordinate, action, reason } = withheld;
      const isSaid = list.some(
        (said) =>
          said.coordinate === coordinate && said.action === action && said.reason === reason,
      );
      if (!isSaid) list.push(withheld);
    },
    extend: (key, value) => {
      extensions[key] = value;
    },
  };
}
