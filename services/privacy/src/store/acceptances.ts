import { newId } from "@tidbok/domain";
import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Acceptance } from "../domain/policy.ts";

/** Who accepted which version of the policy. */
export const acceptances = (prisma: Pick<PrismaClient, "policyAcceptance">) => ({
  /** Newest first. */
  list: async (
    accountIds: readonly string[],
  ): Promise<(Acceptance & { readonly accountId: string })[]> => {
    const rows = await prisma.policyAcceptance.findMany({
      where: { accountId: { in: [...accountIds] } },
      orderBy: { acceptedAt: "desc" },
    });
    return rows.flatMap(({ accountId, policyId, acceptedAt }) =>
      accountId === null ? [] : [{ accountId, policyId, acceptedAt: acceptedAt.getTime() }],
    );
  },

  /** Once per account and version; a repeat changes nothing. */
  insert: async ({
    accountId,
    policyId,
    acceptedAt,
  }: Acceptance & { readonly accountId: string }): Promise<void> => {
    await prisma.policyAcceptance.createMany({
      data: [{ id: newId(), accountId, policyId, acceptedAt: new Date(acceptedAt) }],
      skipDuplicates: true,
    });
  },

  /** Leaves the facts and forgets whose they were; how many. */
  forgetAccount: async (accountId: string): Promise<number> => {
    const { count } = await prisma.policyAcceptance.updateMany({
      where: { accountId },
      data: { accountId: null },
    });
    return count;
  },

  count: (accountId: string): Promise<number> =>
    prisma.policyAcceptance.count({ where: { accountId } }),
});
