import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../generated/prisma/client.ts";

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

  /** Some account whose day of closing has come; null when there is none. */
  findOver: async (now: Instant): Promise<string | null> => {
    const row = await prisma.account.findFirst({
      where: { erasedAt: null, closesAt: { lte: new Date(now) } },
      select: { id: true },
    });
    return row?.id ?? null;
  },
});
