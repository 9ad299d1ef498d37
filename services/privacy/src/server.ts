import { readFile } from "node:fs/promises";
import { collectedData, dataMap } from "@tidbok/minimization";
import {
  createCursors,
  createService,
  readRecord,
  roundFacts,
  type ServerOptions,
  type Service,
} from "@tidbok/service";
import { publishPolicies } from "./actions/publish-policies.ts";
import { readPolicies } from "./adapters/read-policies.ts";
import type { Config } from "./config.ts";
import { createContexts, type Context } from "./context.ts";
import { describeCollected } from "./domain/collected-data.ts";
import { errorCodeFacts } from "./domain/error-code-facts.ts";
import { describeScopes } from "./domain/scope-facts.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { reactions } from "./reactions/index.ts";
import { relations } from "./relations.ts";
import { resolvers } from "./resolvers/index.ts";
import { createStore } from "./store/index.ts";

const folder = new URL("../", import.meta.url);

/** Where the policies are written; tests have their own. */
type Options = ServerOptions & { readonly policyFolder?: URL };

/** Builds the service; does not listen. Its start publishes what is new among the policies. */
export function createServer(
  config: Config,
  { policyFolder = new URL("policies/", folder), ...options }: Options = {},
): Promise<Service> {
  return createService<Context, PrismaClient>({
    definition: { name: "privacy", folder, PrismaClient, resolvers, relations, reactions },
    config,
    options,
    assemble: async ({ prisma, log, clock }) => {
      const createContext = createContexts({
        store: createStore(prisma),
        cursors: createCursors(config.blindIndexKey),
        collectedData: describeCollected(
          collectedData(await readFile(config.supergraphFile, "utf8")),
        ),
        errorCodes: errorCodeFacts,
        scopes: describeScopes(dataMap),
      });
      return {
        createContext,
        beforeStart: async () => {
          const context = createContext(roundFacts({ service: "privacy", now: clock(), log }));
          const record = await readRecord(policyFolder);
          await publishPolicies(context, await readPolicies(policyFolder, record));
        },
      };
    },
  });
}
