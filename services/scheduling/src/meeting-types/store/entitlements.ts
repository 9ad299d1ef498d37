import type { Instant } from "@tidbok/domain";
import type { Entitlement } from "../domain/entitlement.ts";
import type { Client } from "../../store/client.ts";

/** What organizations' plans allow, as billing told last. */
export const entitlements = (client: Client) => ({
  find: async (organizationId: string): Promise<Entitlement | null> => {
    const row = await client.entitlement.findUnique({ where: { organizationId } });
    return row && { plan: row.plan, activeMeetingTypes: row.activeMeetingTypes };
  },

  /** Counting and adding are one: of two who add the last one that is allowed, one waits for the other. */
  lock: async (organizationId: string): Promise<void> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended('entitlement ' || ${organizationId}::text, 0))::text`;
  },

  put: async (
    organizationId: string,
    told: Entitlement & { updatedAt: Instant },
  ): Promise<void> => {
    const now = { ...told, updatedAt: new Date(told.updatedAt) };
    await client.entitlement.upsert({
      where: { organizationId },
      create: { organizationId, ...now },
      update: now,
    });
  },
});
