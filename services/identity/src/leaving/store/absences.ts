import type { Instant } from "@tidbok/domain";
import type { DueAsked } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** Who is away, and who is not to come back. */
export const absences = (prisma: Pick<PrismaClient, "account">) => ({
  begin: async (
    id: string,
    { at, closesAt }: { at: Instant; closesAt: Instant | null },
  ): Promise<void> => {
    await prisma.account.update({
      where: { id, erasedAt: null },
      data: {
        deactivatedAt: new Date(at),
        closesAt: closesAt === null ? null : new Date(closesAt),
      },
    });
  },

  /** False for somebody who was not away. */
  end: async (id: string): Promise<boolean> => {
    const { count } = await prisma.account.updateMany({
      where: { id, erasedAt: null, deactivatedAt: { not: null } },
      data: { deactivatedAt: null, closesAt: null },
    });
    return count === 1;
  },

  /** Accounts whose day of closing has come, those that waited longest first. */
  findOver: async ({ now, but, limit }: DueAsked): Promise<readonly string[]> => {
    const rows = await prisma.account.findMany({
      where: { erasedAt: null, closesAt: { lte: new Date(now) }, id: { notIn: [...but] } },
      orderBy: { closesAt: "asc" },
      take: limit,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },
});
