export { breaks, sqlState } from "./store/breaks.ts";
export { createBus, type Bus } from "./events/create-bus.ts";
export { createCallerSigner, operationHash, type SignCaller } from "./keys/caller-tokens.ts";
export {
  createKeySet,
  type KeySet,
  createTokenCheck,
  type TokenCheck,
  parseJwks,
} from "./keys/create-token-check.ts";
export { followFile } from "./background/follow-file.ts";
export { connectionOf, type Connection } from "./http/connection-of.ts";
export { createCursors, type Cursors } from "./http/create-cursors.ts";
export { idPageOf, pageOf, type IdPage, type Page, type PageRequest } from "./http/page-of.ts";
export { idBounds } from "./store/id-bounds.ts";
export type { EnumDifferences, Same } from "./http/enum-differences.ts";
export { createLogger, logLevels, type Logger } from "./create-logger.ts";
export type { Outbox, OutboxEvent } from "./store/create-outbox.ts";
export { createPool } from "./store/create-pool.ts";
export { createService, type Service } from "./create-service.ts";
export {
  createTransactionalStore,
  type TransactionalStore,
} from "./store/create-transactional-store.ts";
export { dayOf, iso, range, toDate, toDay, toInstant } from "./store/instants.ts";
export { lazyTables } from "./store/lazy-tables.ts";
export { isUnavailable } from "./store/is-unavailable.ts";
export {
  inTransaction,
  bindTell,
  createRequestContext,
  type EventSubject,
  type RequestContext,
  type Tell,
  type TellMany,
  type Tells,
  roundFacts,
  type RequestFacts,
  requestIdOf,
  traceparentFor,
  traceparentOf,
} from "./request-context.ts";
export { mergeResolvers } from "./http/merge-resolvers.ts";
export { readSdl } from "./http/read-sdl.ts";
export { createSweep, type DueQuery } from "./background/create-sweep.ts";
export { createTurns, type Turns } from "./store/create-turns.ts";
export { TooBusy } from "./store/too-busy.ts";
export { inBackground } from "./background/in-background.ts";
export { createDraining, type Draining } from "./http/create-draining.ts";
export { addHealth, type ReadinessChecks } from "./http/health.ts";
export { IdempotencyKeyReused, type OnceRequest } from "./store/once.ts";
export type { PersonalColumn, PersonalData } from "./store/personal-data.ts";
export { ConfigMistakes, readEnv, type Env, type EnvReader } from "./read-env.ts";
export { readIfThere } from "./read-if-there.ts";
export { readRecord, type FileRecord } from "./read-record.ts";
export { drainSeconds, readShellConfig, type ShellConfig } from "./read-shell-config.ts";
export type { ReferenceResolver, Resolver, Resolvers } from "./http/resolvers.ts";
export { run } from "./run.ts";
export type { RunsSql } from "./store/runs-sql.ts";
export { scalars } from "./http/scalars.ts";
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
