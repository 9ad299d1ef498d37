import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Acceptance } from "../domain/acceptance.ts";

/** Who accepted which version of the policy, and when. */
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

  /** That somebody accepted stays; that it was this account does not. How many. */
  unlink: async (accountId: string): Promise<number> => {
    const { count } = await prisma.policyAcceptance.updateMany({
      where: { accountId },
      data: { accountId: null },
    });
    return count;
  },
});
