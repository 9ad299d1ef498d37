import type { Instant } from "@tidbok/domain";
import type { DueQuery } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** Accounts that are deactivated, and those that are being closed. */
export const absences = (prisma: Pick<PrismaClient, "account" | "$queryRaw">) => ({
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

  /** False for an account that was not deactivated. */
  end: async (id: string): Promise<boolean> => {
    const { count } = await prisma.account.updateMany({
      where: { id, erasedAt: null, deactivatedAt: { not: null } },
      data: { deactivatedAt: null, closesAt: null },
    });
    return count === 1;
  },

  /** Accounts with a due day of closing, the oldest first. */
  findOver: async ({ now, but, limit }: DueQuery): Promise<readonly string[]> => {
    const rows = await prisma.account.findMany({
      where: { erasedAt: null, closesAt: { lte: new Date(now) }, id: { notIn: [...but] } },
      orderBy: { closesAt: "asc" },
      take: limit,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },

  /** Locks the account if its day of closing is over; false for one whose person came back meanwhile. */
  lockOver: async (id: string, now: Instant): Promise<boolean> => {
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT FROM account WHERE id = ${id}::uuid AND erased_at IS NULL AND closes_at <= ${new Date(now)} FOR UPDATE`;
    return rows.length === 1;
  },
});
