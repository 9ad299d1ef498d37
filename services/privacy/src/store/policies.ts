import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Policy } from "../domain/policy.ts";

type Client = Pick<PrismaClient, "policy" | "policyWording">;
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;
type Place = { readonly effectiveAt: number; readonly version: string };

const withWordings = { include: { wordings: true } } as const;
const newestFirst = [{ effectiveAt: "desc" }, { version: "desc" }] as const;

/** The versions of the privacy policy. */
export const policies = (prisma: Client) => ({
  find: async (version: string): Promise<Policy | null> => {
    const row = await findRow(prisma, version);
    return row && toPolicy(row);
  },

  /** The newest that holds at the moment. */
  findCurrent: async (now: number): Promise<Policy | null> => {
    const row = await prisma.policy.findFirst({
      ...withWordings,
      where: { effectiveAt: { lte: new Date(now) } },
      orderBy: [...newestFirst],
    });
    return row && toPolicy(row);
  },

  findMany: async (ids: readonly string[]): Promise<Policy[]> => {
    const rows = await prisma.policy.findMany({ ...withWordings, where: { id: { in: [...ids] } } });
    return rows.map(toPolicy);
  },

  /** Newest first, from behind the place on. */
  list: async ({ take, after }: { take: number; after: Place | null }): Promise<Policy[]> => {
    const effectiveAt = after && new Date(after.effectiveAt);
    const rows = await prisma.policy.findMany({
      ...withWordings,
      where:
        after && effectiveAt
          ? {
              OR: [
                { effectiveAt: { lt: effectiveAt } },
                { effectiveAt, version: { lt: after.version } },
              ],
            }
          : {},
      orderBy: [...newestFirst],
      take,
    });
    return rows.map(toPolicy);
  },

  /** False when the version is there already; that one stays as it is. */
  insert: async ({ wordings, ...policy }: Policy): Promise<boolean> => {
    const { count } = await prisma.policy.createMany({
      data: [{ ...policy, effectiveAt: new Date(policy.effectiveAt) }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await prisma.policyWording.createMany({
      data: Object.entries(wordings).map(([locale, wording]) => ({
        policyId: policy.id,
        locale,
        ...wording,
      })),
    });
    return true;
  },
});

function findRow(prisma: Pick<PrismaClient, "policy">, version: string) {
  return prisma.policy.findUnique({ ...withWordings, where: { version } });
}

function toPolicy({ wordings, effectiveAt, ...policy }: Row): Policy {
  return {
    ...policy,
    effectiveAt: effectiveAt.getTime(),
    wordings: Object.fromEntries(
      wordings.map(({ locale, title, markdown }) => [locale, { title, markdown }]),
    ) as Policy["wordings"],
  };
}
