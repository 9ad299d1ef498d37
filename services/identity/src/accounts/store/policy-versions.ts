import type { Instant } from "@tidbok/domain";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** The versions of the privacy policy, as privacy told. */
export const policyVersions = (prisma: Pick<PrismaClient, "policyVersion">) => ({
  /** The version that holds now; null before any was published. */
  findCurrent: async (now: Instant): Promise<string | null> => {
    const row = await prisma.policyVersion.findFirst({
      where: { effectiveAt: { lte: new Date(now) } },
      orderBy: { effectiveAt: "desc" },
    });
    return row?.version ?? null;
  },

  /** A version that is known already stays as it is. */
  insert: async (version: string, effectiveAt: Instant): Promise<void> => {
    await prisma.policyVersion.createMany({
      data: [{ version, effectiveAt: new Date(effectiveAt) }],
      skipDuplicates: true,
    });
  },
});
