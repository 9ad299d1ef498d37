import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Acceptance } from "../domain/acceptance.ts";

/** The acceptances of policy versions, with account and time. */
export const acceptances = (prisma: Pick<PrismaClient, "policyAcceptance">) => ({
  /** What an account accepted before stays as it is. */
  insert: async ({ acceptedAt, ...acceptance }: Acceptance): Promise<void> => {
    await prisma.policyAcceptance.createMany({
      data: [{ ...acceptance, acceptedAt: new Date(acceptedAt) }],
      skipDuplicates: true,
    });
  },

  /** Of these accounts, the newest first. */
  listOf: async (accountIds: readonly string[]): Promise<Acceptance[]> => {
    const rows = await prisma.policyAcceptance.findMany({
      where: { accountId: { in: [...accountIds] } },
      orderBy: [{ acceptedAt: "desc" }, { id: "desc" }],
    });
    return rows.flatMap(({ accountId, acceptedAt, ...row }) =>
      accountId === null ? [] : [{ ...row, accountId, acceptedAt: acceptedAt.getTime() }],
    );
  },

  /** Takes the account out of its acceptances, which stay; returns how many. */
  unlink: async (accountId: string): Promise<number> => {
    const { count } = await prisma.policyAcceptance.updateMany({
      where: { accountId },
      data: { accountId: null },
    });
    return count;
  },
});
