export { breaks, sqlState } from "./breaks.ts";
export { createBus, type Bus } from "./create-bus.ts";
export { createCallerSigner, type SignCaller } from "./sign-caller.ts";
export { createKeySet, type KeySet } from "./create-key-set.ts";
export { createTokenCheck, type TokenCheck } from "./create-token-check.ts";
export { followFile } from "./follow-file.ts";
export { parseJwks } from "./parse-jwks.ts";
export { connectionOf, type Connection } from "./connection-of.ts";
export { createCursors, type Cursors, type PageRequest } from "./create-cursors.ts";
export { pageSize } from "./page-size.ts";
export { createLogger, logLevels, type Logger } from "./create-logger.ts";
export type { EventPlace, Outbox } from "./create-outbox.ts";
export { createPool } from "./create-pool.ts";
export { createService, type Service } from "./create-service.ts";
export { createTransactionalStore, type TransactionalStore } from "./create-transactional-store.ts";
export { defineReaction } from "./define-reaction.ts";
export { inTransaction } from "./in-transaction.ts";
export { mergeResolvers } from "./merge-resolvers.ts";
export { readSdl } from "./read-sdl.ts";
export {
  createRequestContext,
  type EventSubject,
  type RequestContext,
  type Tell,
  type TellMany,
  type Tells,
} from "./request-context.ts";
export { roundFacts } from "./round-facts.ts";
export { createSweep, type DueAsked } from "./create-sweep.ts";
export { createTurns, type Turns } from "./create-turns.ts";
export { inBackground } from "./in-background.ts";
export { addHealth, type ReadinessChecks } from "./health.ts";
export { IdempotencyKeyReused, type OnceRequest } from "./once.ts";
export type { PersonalColumn, PersonalData } from "./personal-data.ts";
export { ConfigMistakes, readEnv, type Env, type EnvReader } from "./read-env.ts";
export { readShellConfig, type ShellConfig } from "./read-shell-config.ts";
export type { ReferenceResolver, Resolver, Resolvers } from "./resolvers.ts";
export type { RequestFacts } from "./request-facts.ts";
export { run } from "./run.ts";
export type { RunsSql } from "./runs-sql.ts";
export { scalars } from "./scalars.ts";
export type {
  Assembly,
  Background,
  Rounds,
  ServerOptions,
  ServiceContext,
  ServiceDefinition,
  ServiceSetup,
  Shell,
} from "./service-definition.ts";
export { traceparentFor, traceparentOf } from "./trace-context.ts";
