import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import { audienceSchema, callerClasses, type CallerClass, type Rules } from "@tidbok/minimization";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "@tidbok/service";
import type { GatewayContext } from "../context.ts";
import { publicError } from "../errors/public-error.ts";
import { createDocumentMemory, type DocumentMemory } from "./create-document-memory.ts";
import { giveScalarsMeaning } from "./give-scalars-meaning.ts";
import { limits, maxTokens } from "./limits.ts";

/** One GraphQL server per class of callers: each validates against, and introspects, what its class may know of. */
export type GraphServers = Readonly<Record<CallerClass, ApolloServer<GatewayContext>>>;

/** Starts the servers; they share one executor and differ in their schema alone. */
export async function createGraphServers({
  rules,
  apiSchema,
  execute,
  plugins,
  log,
}: {
  rules: Rules;
  apiSchema: GraphQLSchema;
  execute: GatewayExecutor;
  plugins: ApolloServerPlugin<GatewayContext>[];
  log: Logger;
}): Promise<GraphServers> {
  const documents = createDocumentMemory();
  const entries = await Promise.all(
    callerClasses.map(async (callerClass) => {
      const schema = giveScalarsMeaning(audienceSchema({ rules, apiSchema }, callerClass));
      const server = createGraphServer({ schema, documents, execute, plugins, log });
      await server.start();
      return [callerClass, server] as const;
    }),
  );
  return Object.fromEntries(entries) as GraphServers;
}

function createGraphServer({
  schema,
  documents,
  execute,
  plugins,
  log,
}: {
  schema: GraphQLSchema;
  documents: DocumentMemory;
  execute: GatewayExecutor;
  plugins: ApolloServerPlugin<GatewayContext>[];
  log: Logger;
}): ApolloServer<GatewayContext> {
  const armor = limits();
  return new ApolloServer<GatewayContext>({
    gateway: fixed(schema, execute),
    parseOptions: { maxTokens },
    validationRules: armor.validationRules,
    plugins: [
      ...(armor.plugins as ApolloServerPlugin<GatewayContext>[]),
      ...plugins,
      ...nothingOfTheVendors,
    ],
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: documents, ttl: null },
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    logger: {
      debug: () => {},
      info: () => {},
      warn: () => log.warn("graph"),
      error: () => log.error("graph"),
    },
    formatError: publicError,
  });
}

// Whatever the environment holds, nothing is reported to anyone and no trace rides on an answer.
const nothingOfTheVendors = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

function fixed(apiSchema: GraphQLSchema, executor: GatewayExecutor): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor }),
    stop: async () => {},
  };
}
