import type { ServiceName } from "@tidbok/domain";
import type { Reaction } from "@tidbok/events";
import type { Protection } from "@tidbok/minimization";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import type { Bus } from "./create-bus.ts";
import type { Logger } from "./create-logger.ts";
import type { ShellConfig } from "./read-shell-config.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Resolvers } from "./resolvers.ts";
import type { TransactionalStore } from "./create-transactional-store.ts";

/** Something that runs beside the requests: a worker, a sweep. */
export type Background = { readonly start: () => void; readonly stop: () => Promise<void> };

/** The least that a service's context holds: what the shell gave it, and its store. */
export type ServiceContext = RequestFacts & { readonly store: TransactionalStore<object> };

/** All that makes one service different from another. */
export type ServiceDefinition<Context extends ServiceContext> = {
  readonly name: ServiceName;
  readonly config: ShellConfig;
  readonly log: Logger;
  /** The service's `schema.graphql`. */
  readonly sdl: string;
  readonly resolvers: Resolvers<Context>;
  /** For each type with classified fields: what the caller is to the row. */
  readonly relations: Protection<Context>["relation"];
  /** For each type of rows that may not be used for everything: what its person was told of it. */
  readonly subjectStates?: Protection<Context>["subjectState"];
  readonly createContext: (facts: RequestFacts) => Context;
  readonly reactions: readonly Reaction<Context>[];
  readonly background: readonly Background[];
  /** Ways in beside GraphQL. A route is open to everybody only where its `config.isOpen` says so. */
  readonly addRoutes?: (app: FastifyInstance) => Promise<void>;
  /** The service's line to the others; made by the shell unless the service itself asks the graph. */
  readonly bus?: Bus;
  /** The folder of the service's migrations, for readiness. */
  readonly migrations: URL;
  readonly pool: pg.Pool;
  readonly keysPool: pg.Pool;
  /** Closes what the service opened, after the last request. */
  readonly close: () => Promise<void>;
  /** The clock; tests give their own. */
  readonly clock?: () => number;
};
