import type { PrismaClient } from "../generated/prisma/client.ts";
import type { Plan } from "../domain/plan.ts";
import type { Subscription } from "../domain/subscription.ts";

type Row = Awaited<ReturnType<PrismaClient["subscription"]["findFirstOrThrow"]>>;

/** The subscriptions of organizations. */
export const subscriptions = (prisma: Pick<PrismaClient, "subscription">) => ({
  findMany: async (organizationIds: readonly string[]): Promise<Subscription[]> => {
    const rows = await prisma.subscription.findMany({
      where: { organizationId: { in: [...organizationIds] } },
    });
    return rows.map(toSubscription);
  },

  /** False when the organization has a subscription already; that one stays as it is. */
  insert: async (subscription: Subscription): Promise<boolean> => {
    const { count } = await prisma.subscription.createMany({
      data: [{ ...subscription, startedAt: new Date(subscription.startedAt) }],
      skipDuplicates: true,
    });
    return count === 1;
  },
});

// The table's checks allow no other plan and state.
function toSubscription(row: Row): Subscription {
  return {
    organizationId: row.organizationId,
    plan: row.plan as Plan,
    state: row.state as Subscription["state"],
    startedAt: row.startedAt.getTime(),
  };
}
