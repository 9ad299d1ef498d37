import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";
import type { Entitlement } from "../domain/entitlement.ts";
import type { Client } from "../../store/client.ts";

/** The entitlements of organizations by their plans, as of the last event from billing. */
export const entitlements = (client: Client) => ({
  find: async (organizationId: string): Promise<Entitlement | null> => {
    const row = await client.entitlement.findUnique({ where: { organizationId } });
    return row && { plan: row.plan, activeMeetingTypes: row.activeMeetingTypes };
  },

  /** Locks the entitlement until the transaction ends, so that counting and adding a meeting type are one step. */
  lock: async (organizationId: string): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended('entitlement ' || ${organizationId}::text, 0))::text`;
  },

  put: async (
    organizationId: string,
    { updatedAt, ...entitlement }: Entitlement & { readonly updatedAt: Instant },
  ): Promise<void> => {
    const row = { ...entitlement, updatedAt: toDate(updatedAt) };
    await client.entitlement.upsert({
      where: { organizationId },
      create: { organizationId, ...row },
      update: row,
    });
  },
});
