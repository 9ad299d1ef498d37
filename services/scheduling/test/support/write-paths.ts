import { PrismaPg } from "@prisma/adapter-pg";
import { newId } from "@tidbok/domain";
import { createPool } from "@tidbok/service";
import { createVault, fileKeyProvider } from "@tidbok/vault";
import type { Config } from "../../src/config.ts";
import { PrismaClient } from "../../src/generated/prisma/client.ts";

/** Every way in which a service writes to its two databases, each on fresh rows. */
export async function openWritePaths(config: Config) {
  const pool = createPool(config.databaseUrl);
  const keysPool = createPool(config.keysDatabaseUrl, { max: 4 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const vault = createVault({
    pool: keysPool,
    keyProvider: await fileKeyProvider(config.kekFile),
    blindIndexKey: Buffer.from(config.blindIndexKey, "base64"),
  });
  const data = () => ({ organizationId: newId(), plan: "FREE", updatedAt: new Date() });
  const insert = () =>
    [
      "INSERT INTO entitlement (organization_id, plan, updated_at) VALUES ($1, 'FREE', now()) RETURNING plan",
      [newId()],
    ] as [string, string[]];
  const raw = (client: Pick<PrismaClient, "$executeRaw">) =>
    client.$executeRaw`INSERT INTO entitlement (organization_id, plan, updated_at) VALUES (${newId()}::uuid, 'FREE', now())`;
  const paths: Readonly<Record<string, () => Promise<unknown>>> = {
    "a query of a model": () => prisma.entitlement.create({ data: data() }),
    "a raw query": () =>
      prisma.$queryRaw`INSERT INTO entitlement (organization_id, plan, updated_at)
        VALUES (${newId()}::uuid, 'FREE', now()) RETURNING plan`,
    "a raw statement": () => raw(prisma),
    "a transaction of models": () =>
      prisma.$transaction((client) => client.entitlement.create({ data: data() })),
    "a raw transaction": () => prisma.$transaction(raw),
    "the pool": () => pool.query(...insert()),
    "the vault": () =>
      vault.seal({ subjectId: newId(), table: "note", column: "text", row: newId() }, "Hello"),
  };
  return {
    prisma,
    pool,
    paths,
    /** What each path fails with; null where it does not fail. */
    tryAll: async (): Promise<Readonly<Record<string, unknown>>> => {
      const outcomes = Object.entries(paths).map(async ([name, write]) => {
        const failure: unknown = await write().then(
          () => null,
          (error: unknown) => error,
        );
        return [name, failure] as const;
      });
      return Object.fromEntries(await Promise.all(outcomes));
    },
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), keysPool.end()]);
    },
  };
}

export type WritePaths = Awaited<ReturnType<typeof openWritePaths>>;
