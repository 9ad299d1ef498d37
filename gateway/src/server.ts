import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import cookies from "@fastify/cookie";
import underPressure from "@fastify/under-pressure";
import { openSupergraph } from "@tidbok/minimization";
import { addHealth, createCallerSigner, createDraining, type Logger } from "@tidbok/service";
import { loadWeb, type Web } from "@tidbok/web";
import fastify, { LogController, type FastifyInstance } from "fastify";
import { createAskService, type AskService } from "./ask/create-ask-service.ts";
import { createAnswering, type Answering } from "./ask/create-answering.ts";
import { loadRegisteredOperations } from "./ask/load-registered-operations.ts";
import { loadServiceQuestions } from "./ask/load-service-questions.ts";
import { createAuthenticate } from "./authenticate/create-authenticate.ts";
import { createClientLookup } from "./authenticate/create-client-lookup.ts";
import { createNonces } from "./authenticate/create-nonces.ts";
import { createSessionLookup } from "./authenticate/create-session-lookup.ts";
import { addCalendarRoute } from "./calendar/add-calendar-route.ts";
import { createFeedLookup } from "./calendar/create-feed-lookup.ts";
import { createCalendarReader } from "./calendar/create-calendar-reader.ts";
import type { Config } from "./config.ts";
import { createBudgets } from "./cost/create-budgets.ts";
import { createCostCheck } from "./cost/create-cost-check.ts";
import { createCostOf } from "./cost/create-cost-of.ts";
import { readCosts } from "./cost/read-costs.ts";
import { createAdmission, type Admission } from "./fairness/create-admission.ts";
import { createServiceLoads } from "./fairness/create-service-loads.ts";
import { createServicesOf } from "./fairness/create-services-of.ts";
import { createGraphServers, type GraphServers } from "./graph/create-graph-servers.ts";
import { createKeys, type Keys } from "./authenticate/create-keys.ts";
import { forgetChangedAccount } from "./authenticate/forget-changed-account.ts";
import { reportFailures } from "./errors/report-failures.ts";
import { addGraphRoute } from "./http/add-graph-route.ts";
import { refusePlainly, refuseUnroutable } from "./http/refuse-plainly.ts";
import { keepSecretsPlain } from "./http/keep-secrets-plain.ts";
import { tellStatus } from "./http/tell-status.ts";
import { addLogos } from "./http/add-logos.ts";
import { addOauthProxy } from "./http/add-oauth-proxy.ts";
import { addGraphiql } from "./pages/add-graphiql.ts";
import { addPages } from "./pages/add-pages.ts";
import { createMinimizingExecutor } from "./plan/create-minimizing-executor.ts";
import { openSupergraphDoor } from "./plan/open-supergraph-door.ts";
import { reportCost } from "./graph/report-cost.ts";
import { reportPrivacy } from "./graph/report-privacy.ts";
import { tellRetryAfter } from "./graph/tell-retry-after.ts";
import { connectServices } from "./service-connections.ts";
import { addWeb } from "./web/add-web.ts";
import { notFoundPage } from "./web/not-found-page.ts";
import { createAskAsVisitor } from "./web/ask-as-visitor.ts";

/** The gateway, built and not listening. */
export type Gateway = {
  readonly app: FastifyInstance;
  readonly start: () => Promise<void>;
  readonly drain: () => void;
  readonly stop: () => Promise<void>;
};

/** Assembles the gateway: the supergraph and its rules, the ways in (HTTP, NATS), the connections out. */
export async function createServer(config: Config, log: Logger): Promise<Gateway> {
  const { rules, supergraphSdl } = openSupergraph(await readFile(config.supergraphFile, "utf8"));
  const keys = createKeys(config, log);
  const nonces = createNonces(keys.caller);
  const signCaller = createCallerSigner(keys.caller);
  const loads = createServiceLoads(config.operationsAtOnce);
  const services = connectServices(config.serviceUrls, loads.begin);
  const door = await openSupergraphDoor(supergraphSdl, { services, signCaller });
  const questions = await loadServiceQuestions(config.operationsFolder);
  const ask = createAskService({ questions, services, signCaller });
  const sessions = createSessionLookup(ask);
  const clients = createClientLookup(ask);
  const checkCost = createCostCheck({
    costOf: createCostOf(readCosts(supergraphSdl)),
    budgets: createBudgets(config.costPerMinute),
  });
  const execute = createMinimizingExecutor({ rules, checkCost, execute: door.execute });
  const plugins = [
    reportPrivacy,
    reportCost,
    forgetChangedAccount(sessions),
    tellRetryAfter,
    tellStatus,
    keepSecretsPlain(rules),
    reportFailures(log),
  ];
  const servers = await createGraphServers({
    rules,
    apiSchema: door.apiSchema,
    execute,
    plugins,
    log,
  });
  const operations = await loadRegisteredOperations(config.operationsFolder, door.apiSchema);
  const answering = createAnswering({
    config,
    log,
    servers,
    operations,
    memories: [sessions, clients],
  });

  const web = await loadWeb();
  const app = await createHttp(config, { log, web });
  const draining = createDraining();
  draining.attach(app);
  addHealth(app, { checks: {}, isDraining: draining.isOn });
  const servicesOf = createServicesOf({ supergraphSdl, apiSchema: door.apiSchema });
  const admission = createAdmission({ atOnce: config.operationsAtOnce, loads, servicesOf });
  await addGraphRoute(app, {
    servers,
    authenticate: createAuthenticate({ ...config, keys, nonces, sessions, clients }),
    nonces,
    admission,
    config,
  });
  await addOauthProxy(app, { identityUrl: config.serviceUrls.identity, signCaller });
  addCalendarRoute(app, {
    find: createFeedLookup(ask),
    read: createCalendarReader(servers),
    log,
  });
  await addPlacesForPeople(app, { ask, web, servers, admission });
  return {
    app,
    start: () => start(app, { config, answering, keys, log }),
    drain: draining.begin,
    stop: async () => {
      draining.begin();
      await Promise.all(keys.followers.map((follower) => follower.stop()));
      await answering.stop();
      await app.close();
      await Promise.all(Object.values(servers).map((server) => server.stop()));
      await door.close();
      await services.close();
      log.info("stopped");
    },
  };
}

async function addPlacesForPeople(
  app: FastifyInstance,
  {
    ask,
    web,
    servers,
    admission,
  }: { ask: AskService; web: Web; servers: GraphServers; admission: Admission },
): Promise<void> {
  addLogos(app, ask);
  addGraphiql(app);
  addWeb(app, { web, askAsVisitor: createAskAsVisitor({ servers, admission }) });
  await addPages(app);
}

async function start(
  app: FastifyInstance,
  {
    config,
    answering,
    keys,
    log,
  }: { config: Config; answering: Answering; keys: Keys; log: Logger },
): Promise<void> {
  await app.listen({ port: config.port, host: config.host });
  for (const follower of keys.followers) follower.start();
  await answering.start();
  log.info({ port: config.port }, "listening");
}

async function createHttp(
  { trustedProxies }: Config,
  { log, web }: { log: Logger; web: Web },
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 100 * 1024,
    // Everybody can write the header; without a proxy of ours in between, it says nothing.
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    frameworkErrors: (error, _, reply) => refuseUnroutable(error, reply),
  }) as unknown as FastifyInstance;
  refusePlainly(app, { log, notFoundPage: notFoundPage(web.pages) });
  await app.register(cookies);
  await app.register(underPressure, { maxEventLoopDelay: 1_000, retryAfter: 5 });
  app.addHook("onResponse", async (request, reply) => {
    if (request.url.startsWith("/health/")) return;
    const ms = Math.round(reply.elapsedTime);
    log.info({ requestId: request.id, status: reply.statusCode, ms }, "request");
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // Only what says otherwise itself, such as a picture, may be stored.
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    if (!request.routeOptions.config.isFramed) reply.header("x-frame-options", "DENY");
  });
  return app;
}
