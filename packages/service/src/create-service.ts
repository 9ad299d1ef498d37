import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { createEventSide } from "./events/create-event-side.ts";
import { createDraining } from "./http/create-draining.ts";
import { createHttp } from "./http/create-http.ts";
import { createKeySet, parseJwks } from "./keys/create-token-check.ts";
import { followFile } from "./background/follow-file.ts";
import { addHealth } from "./http/health.ts";
import { inBackground } from "./background/in-background.ts";
import { createOutageCheck, type OutageCheck } from "./store/create-outage-check.ts";
import { migrationsApplied } from "./store/migrations-applied.ts";
import { openShell } from "./open-shell.ts";
import { readSdl } from "./http/read-sdl.ts";
import { roundFacts } from "./request-context.ts";
import type {
  AssembledService,
  Background,
  ServiceContext,
  ServiceSetup,
} from "./service-definition.ts";

/** A service, built and not listening. `app.inject` asks it; `start` brings it up whole; after `drain` it serves and is not ready. */
export type Service = {
  readonly app: FastifyInstance;
  readonly start: () => Promise<void>;
  readonly drain: () => void;
  readonly stop: () => Promise<void>;
};

/** Builds a service: databases, vault, HTTP, events in and out, health, background work. */
export async function createService<
  Context extends ServiceContext,
  Prisma extends { $disconnect(): Promise<void> },
>(setup: ServiceSetup<Context, Prisma>): Promise<Service> {
  const { definition, config, assemble } = setup;
  const { folder, subjects } = definition;
  const { close, keysPool, ...shell } = await openShell(setup);
  const { log, pool, bus, clock } = shell;
  const assembly = await assemble(shell);
  const sdl = await readSdl(folder, subjects);
  const service: AssembledService<Context> = {
    ...definition,
    ...assembly,
    config,
    sdl,
    bus,
    log,
    clock,
  };
  const callerKeys = createKeySet(config.callerJwks);
  const draining = createDraining();
  const app = await createHttp(service, { callerKeys, draining });
  const isOutage = createOutageCheck([pool, keysPool]);
  const events = createEventSide(service, isOutage);
  const background = [
    ...workersOf(service, isOutage),
    followFile({
      path: config.callerJwksFile,
      log,
      apply: (text) => callerKeys.replace(parseJwks(text)),
    }),
  ];
  addHealth(app, {
    isDraining: draining.isOn,
    checks: {
      database: () => answers(pool),
      keys: () => answers(keysPool),
      migrations: () => migrationsApplied(pool, new URL("prisma/migrations/", folder)),
    },
  });
  return {
    app,
    start: async () => {
      await service.beforeStart?.();
      await app.listen({ port: config.port, host: config.host });
      await events.start();
      for (const worker of background) worker.start();
      log.info({ port: config.port }, "listening");
    },
    drain: draining.begin,
    stop: async () => {
      draining.begin();
      // Handlers and workers finish before the connections that they use go away.
      await Promise.all([events.stop(), ...background.map((worker) => worker.stop())]);
      await app.close();
      await events.disconnect();
      await close();
      log.info("stopped");
    },
  };
}

// Each round has a context of its own, as a request has: what one round loaded is not the next one's.
function workersOf<Context extends ServiceContext>(
  { name, rounds = [], background = [], createContext, log, clock }: AssembledService<Context>,
  isOutage: OutageCheck,
): readonly Background[] {
  return [
    ...background,
    ...rounds.map(({ everyMilliseconds, purpose, work }) =>
      inBackground({
        everyMilliseconds,
        log,
        work: () =>
          work(
            createContext(
              roundFacts({ service: name, now: clock(), log, ...(purpose && { purpose }) }),
            ),
            isOutage,
          ),
      }),
    ),
  ];
}

async function answers(pool: pg.Pool): Promise<boolean> {
  await pool.query("SELECT 1");
  return true;
}
