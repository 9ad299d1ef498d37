import type { ServiceName, Purpose } from "@tidbok/domain";
import type { Reaction } from "@tidbok/events";
import type { Protection } from "@tidbok/minimization";
import type { Vault } from "@tidbok/vault";
import type { PrismaPg } from "@prisma/adapter-pg";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import type { Bus } from "./events/create-bus.ts";
import type { Logger } from "./create-logger.ts";
import type { ShellConfig } from "./read-shell-config.ts";
import type { RequestContext, RequestFacts } from "./request-context.ts";
import type { Resolvers } from "./http/resolvers.ts";
import type { OutageCheck } from "./store/create-outage-check.ts";
import type { TransactionalStore } from "./store/create-transactional-store.ts";

/** Something that runs beside the requests: a worker, a sweep. */
export type Background = { readonly start: () => void; readonly stop: () => Promise<void> };

/** The least that a service's context holds: what the shell gave it, and its store. */
export type ServiceContext = RequestContext<{ readonly store: TransactionalStore<object> }>;

/** Work that is repeated beside the requests, each time with a context of its own. */
export type Rounds<Context> = {
  /** The pause after a round that found nothing to do. */
  readonly everyMilliseconds: number;
  /** What the round uses personal data for; `provide.administer` unless told. */
  readonly purpose?: Purpose;
  /** Does a part of what is due; true when there may be more. The check tells an outage from work that fails. */
  readonly work: (context: Context, isOutage: OutageCheck) => Promise<boolean>;
};

/** A service's Prisma client, which is generated inside the service. */
export type PrismaConstructor<Prisma> = new (options: { adapter: PrismaPg }) => Prisma;

/** What the shell opens for a service and closes after it. */
export type Shell<Prisma> = {
  readonly prisma: Prisma;
  readonly pool: pg.Pool;
  readonly vault: Vault;
  /** The service's line to the others. */
  readonly bus: Bus;
  readonly log: Logger;
  readonly clock: () => number;
};

/** What a service makes of the shell. */
export type Assembly<Context> = {
  readonly createContext: (facts: RequestFacts) => Context;
  readonly rounds?: readonly Rounds<Context>[];
  readonly background?: readonly Background[];
  /** Ways in beside GraphQL. A route is open to everybody only where its `config.isOpen` says so. */
  readonly addRoutes?: (app: FastifyInstance) => Promise<void>;
  /** Done once before the service listens. */
  readonly beforeStart?: () => Promise<void>;
};

/** What a service declares: it is the same in every process and every test. */
export type ServiceDefinition<Context extends ServiceContext, Prisma> = {
  readonly name: ServiceName;
  /** The service's folder, with `schema.graphql`, `src/` and `prisma/migrations/`; ends in a slash. */
  readonly folder: URL;
  /** The service's subjects in their order; absent where layers lie directly under `src`. */
  readonly subjects?: readonly string[];
  readonly PrismaClient: PrismaConstructor<Prisma>;
  readonly resolvers: Resolvers<Context>;
  /** For each type with classified fields: what the caller is to the row. */
  readonly relations: Protection<Context>["relation"];
  /** For each type of rows that may not be used for everything: what its person was told of it. */
  readonly subjectStates?: Protection<Context>["subjectState"];
  readonly reactions: readonly Reaction<Context>[];
};

/** What a test may set of a service. */
export type ServerOptions = {
  /** The clock, in milliseconds since 1970; the machine's unless told. */
  readonly clock?: () => number;
};

/** One process of a service: its declaration, its configuration, and what it makes of the shell. */
export type ServiceSetup<Context extends ServiceContext, Prisma> = {
  readonly definition: ServiceDefinition<Context, Prisma>;
  readonly config: ShellConfig;
  readonly options?: ServerOptions;
  readonly assemble: (shell: Shell<Prisma>) => Assembly<Context> | Promise<Assembly<Context>>;
};

/** A service as its HTTP and event sides see it. */
export type AssembledService<Context extends ServiceContext> = Omit<
  ServiceDefinition<Context, unknown>,
  "folder" | "subjects" | "PrismaClient"
> &
  Assembly<Context> &
  Pick<Shell<unknown>, "bus" | "log" | "clock"> & {
    readonly config: ShellConfig;
    readonly sdl: string;
  };
