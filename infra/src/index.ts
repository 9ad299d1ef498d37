export { findChromium, type ChromiumSearch } from "./chromium/find-chromium.ts";
export { findNatsServer, type Search } from "./nats/find-nats-server.ts";
export { startNats, type NatsStart, type RunningNats } from "./nats/start-nats.ts";
export {
  startPostgres,
  type PostgresStart,
  type RunningPostgres,
} from "./postgres/start-postgres.ts";
export { applyMigrations, type Migrations } from "./postgres/apply-migrations.ts";
export { createDatabases, type Databases, type Passwords } from "./postgres/create-databases.ts";
export {
  databaseNames,
  databaseRoles,
  databaseUrls,
  roleName,
  type DatabaseRole,
  type Login,
} from "./postgres/database-names.ts";
export { keyFiles } from "./keys/ensure-keys.ts";
export { rotateKeys, type KeyPairFiles } from "./keys/rotate-keys.ts";
export { PlainFailure } from "./plain-failure.ts";
export { ensureNatsKeys, natsSeedFile } from "./nats/nats-users.ts";
export { provisionStreams } from "./nats/provision-streams.ts";
export { seedDemo } from "./seed/seed-demo.ts";
