import { PrismaPg } from "@prisma/adapter-pg";
import { createPool } from "@tidbok/service";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import { PrismaClient } from "../../src/generated/prisma/client.ts";
import { createStore } from "../../src/store/index.ts";
import type { Identity } from "./start-identity.ts";

/** The store of a service that runs, and the vault beneath it, for what no operation reaches yet. */
export async function openStore(identity: Identity) {
  const { config } = identity;
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(config.kekFile),
    blindIndexKey: Buffer.from(config.blindIndexKey, "base64"),
  });
  return {
    store: createStore(prisma, vault),
    vault,
    now: () => identity.clock.now,
    close: () => Promise.all([prisma.$disconnect(), pool.end(), keysPool.end()]),
  };
}
