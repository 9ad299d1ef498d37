import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import type { Approval } from "../domain/app.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/** The approvals of owners: for which protected data an app may ask the members of an organization. */
export const appApprovals = (prisma: Pick<PrismaClient, "appApproval">) => ({
  /** The approvals that hold. */
  listOf: (appId: string): Promise<Approval[]> =>
    prisma.appApproval.findMany({
      where: { appId, suspendedAt: null },
      select: { organizationId: true, scope: true },
    }),

  /** Suspends all approvals of the app; the organizations whose approvals held until now. */
  suspend: async (appId: string, at: Instant): Promise<readonly string[]> => {
    const rows = await prisma.appApproval.updateManyAndReturn({
      where: { appId, suspendedAt: null },
      data: { suspendedAt: toDate(at) },
      select: { organizationId: true },
    });
    return [...new Set(rows.map(({ organizationId }) => organizationId))].sort();
  },

  /** Replaces the approved scopes of the app in the organization. */
  replace: async (
    key: { appId: string; organizationId: string },
    { scopes, by, at }: { scopes: readonly string[]; by: string; at: Instant },
  ): Promise<void> => {
    await prisma.appApproval.deleteMany({ where: key });
    await prisma.appApproval.createMany({
      data: scopes.map((scope) => ({
        ...key,
        scope,
        approvedBy: by,
        approvedAt: toDate(at),
      })),
    });
  },
});
