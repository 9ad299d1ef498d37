import type { FastifyInstance } from "fastify";
import { createEventSide } from "./create-event-side.ts";
import { createHttp } from "./create-http.ts";
import { createKeySet } from "./create-key-set.ts";
import { followFile } from "./follow-file.ts";
import { addHealth } from "./health.ts";
import { migrationsApplied } from "./migrations-applied.ts";
import { parseJwks } from "./parse-jwks.ts";
import type { ServiceContext, ServiceDefinition } from "./service-definition.ts";

/** A service, built and not listening. `app.inject` asks it; `start` brings it up whole; `stop` drains it. */
export type Service = {
  readonly app: FastifyInstance;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Assembles a service from its definition: HTTP, events in and out, health, background work. */
export async function createService<Context extends ServiceContext>(
  definition: ServiceDefinition<Context>,
): Promise<Service> {
  const { config, log, pool, keysPool } = definition;
  const callerKeys = createKeySet(config.callerJwks);
  const app = await createHttp(definition, callerKeys);
  const events = createEventSide(definition);
  const background = [
    ...definition.background,
    followFile({
      path: config.callerJwksFile,
      log,
      apply: (text) => callerKeys.replace(parseJwks(text)),
    }),
  ];
  let draining = false;
  addHealth(app, {
    isDraining: () => draining,
    checks: {
      database: () => answers(pool),
      keys: () => answers(keysPool),
      migrations: () => migrationsApplied(pool, definition.migrations),
    },
  });
  return {
    app,
    start: async () => {
      await app.listen({ port: config.port, host: config.host });
      await events.start();
      for (const worker of background) worker.start();
      log.info({ port: config.port }, "listening");
    },
    stop: async () => {
      draining = true;
      // Handlers and workers finish before the connections that they use go away.
      await Promise.all([events.stop(), ...background.map((worker) => worker.stop())]);
      await app.close();
      await events.disconnect();
      await definition.close();
      await Promise.all([pool.end(), keysPool.end()]);
      log.info("stopped");
    },
  };
}

async function answers(pool: { query(sql: string): Promise<unknown> }): Promise<boolean> {
  await pool.query("SELECT 1");
  return true;
}
