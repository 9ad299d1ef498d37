import { PrismaPg } from "@prisma/adapter-pg";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import type pg from "pg";
import { createBus } from "./events/create-bus.ts";
import { createLogger } from "./create-logger.ts";
import { createPool } from "./store/create-pool.ts";
import type { ServiceContext, ServiceSetup, Shell } from "./service-definition.ts";

type Closes = { $disconnect(): Promise<void> };

/** What a service stands on, and how it is closed after the last request. Opens no connection yet. */
export async function openShell<Context extends ServiceContext, Prisma extends Closes>({
  definition: { name, PrismaClient },
  config,
  options: { clock = Date.now } = {},
}: Omit<ServiceSetup<Context, Prisma>, "assemble">): Promise<
  Shell<Prisma> & { readonly keysPool: pg.Pool; readonly close: () => Promise<void> }
> {
  const log = createLogger(name, { level: config.logLevel });
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 4 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(config.kekFile),
    blindIndexKey: Buffer.from(config.blindIndexKey, "base64"),
  });
  return {
    prisma,
    pool,
    keysPool,
    vault,
    bus: createBus({ name, config, log }),
    log,
    clock,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), keysPool.end()]);
    },
  };
}
