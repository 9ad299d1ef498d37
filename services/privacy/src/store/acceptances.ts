import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Acceptance } from "../domain/acceptance.ts";

type Row = Awaited<ReturnType<PrismaClient["policyAcceptance"]["findFirstOrThrow"]>>;

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
    return rows.flatMap((row) => toAcceptance(row) ?? []);
  },

  /** Null for an unknown id, and for the acceptance of a person that was erased. */
  find: async (id: string): Promise<Acceptance | null> => {
    const row = await prisma.policyAcceptance.findUnique({ where: { id } });
    return row && toAcceptance(row);
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

function toAcceptance({ accountId, acceptedAt, ...row }: Row): Acceptance | null {
  return accountId === null ? null : { ...row, accountId, acceptedAt: acceptedAt.getTime() };
}
