import type { Vault } from "@tidbok/vault";
import type { PrismaClient } from "../../generated/prisma/client.ts";

const batch = 200;

/** The keys whose rows are deleted. A key cannot be brought back, so it is destroyed after the commit of the deletion. */
export const keyDestructions = (prisma: Pick<PrismaClient, "keyDestruction">, vault: Vault) => ({
  /** Requests the destruction, in the transaction that deletes the rows. */
  insert: async (subjectIds: readonly string[]): Promise<void> => {
    await prisma.keyDestruction.createMany({
      data: subjectIds.map((subjectId) => ({ subjectId })),
      skipDuplicates: true,
    });
  },

  /** Destroys a batch of the requested keys, outside of any transaction; how many. Safe to repeat and to kill. */
  destroy: async (): Promise<number> => {
    const rows = await prisma.keyDestruction.findMany({
      orderBy: { requestedAt: "asc" },
      take: batch,
    });
    const ids = rows.map(({ subjectId }) => subjectId);
    for (const id of ids) await vault.destroyKey(id);
    await prisma.keyDestruction.deleteMany({ where: { subjectId: { in: ids } } });
    return ids.length;
  },
});
