import type { Page } from "@tidbok/service";
import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Policy, PolicyLocale } from "../domain/policy.ts";

/** After which version a page begins: when that version takes effect, and its id. */
export type PolicyPlace = { readonly effectiveAt: Instant; readonly id: string };

type Prisma = Pick<PrismaClient, "policy" | "policyText">;

const withTexts = { texts: { orderBy: { locale: "asc" } } } as const;

/** Published policies. There is no way to change or remove one. */
export const policies = (prisma: Prisma) => ({
  /** False when the version was published before; that one stays as it is. */
  insert: async ({ texts, ...policy }: Policy): Promise<boolean> => {
    const { count } = await prisma.policy.createMany({
      data: [
        {
          ...policy,
          hash: Buffer.from(policy.hash, "hex"),
          effectiveAt: new Date(policy.effectiveAt),
          publishedAt: new Date(policy.publishedAt),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await prisma.policyText.createMany({
      data: texts.map((text) => ({ ...text, policyId: policy.id })),
    });
    return true;
  },

  findCurrent: async (now: Instant): Promise<Policy | null> => {
    const row = await prisma.policy.findFirst({
      where: { effectiveAt: { lte: new Date(now) } },
      orderBy: [{ effectiveAt: "desc" }, { id: "desc" }],
      include: withTexts,
    });
    return row && toPolicy(row);
  },

  find: async (id: string): Promise<Policy | null> => {
    const row = await prisma.policy.findUnique({ where: { id }, include: withTexts });
    return row && toPolicy(row);
  },

  count: (): Promise<number> => prisma.policy.count(),

  findByVersion: async (version: string): Promise<Policy | null> => {
    const row = await prisma.policy.findUnique({ where: { version }, include: withTexts });
    return row && toPolicy(row);
  },

  findByVersions: async (versions: readonly string[]): Promise<Policy[]> => {
    const rows = await prisma.policy.findMany({
      where: { version: { in: [...versions] } },
      include: withTexts,
    });
    return rows.map(toPolicy);
  },

  findByHash: async (hash: string): Promise<Policy | null> => {
    const bytes = Buffer.from(hash, "hex");
    const row = await prisma.policy.findUnique({ where: { hash: bytes }, include: withTexts });
    return row && toPolicy(row);
  },

  /** Newest first, one more than asked for when there is a next page. */
  list: async ({ after, before, isBackward, limit }: Page<PolicyPlace>): Promise<Policy[]> => {
    const order = isBackward ? "asc" : "desc";
    const rows = await prisma.policy.findMany({
      where: { AND: [after ? beside(after, "lt") : {}, before ? beside(before, "gt") : {}] },
      orderBy: [{ effectiveAt: order }, { id: order }],
      take: limit,
      include: withTexts,
    });
    return rows.map(toPolicy);
  },
});

function beside({ effectiveAt, id }: PolicyPlace, side: "lt" | "gt") {
  const at = new Date(effectiveAt);
  return { OR: [{ effectiveAt: { [side]: at } }, { effectiveAt: at, id: { [side]: id } }] };
}

type Row = Awaited<ReturnType<PrismaClient["policy"]["findFirstOrThrow"]>> & {
  readonly texts: readonly { locale: string; title: string; text: string }[];
};

function toPolicy(row: Row): Policy {
  return {
    id: row.id,
    version: row.version,
    effectiveAt: row.effectiveAt.getTime(),
    publishedAt: row.publishedAt.getTime(),
    isMaterial: row.isMaterial,
    hash: Buffer.from(row.hash).toString("hex"),
    // The table's check allows no other locale.
    texts: row.texts.map(({ locale, title, text }) => ({
      locale: locale as PolicyLocale,
      title,
      text,
    })),
  };
}
