import type { Instant } from "@tidbok/domain";
import type { Client } from "./client.ts";

/** The organizations whose hosts may not show attendees to each other, as identity told last. */
export const discretions = (client: Client) => ({
  /** In the order asked for. */
  hold: async (organizationIds: readonly string[]): Promise<readonly boolean[]> => {
    const rows = await client.discretion.findMany({
      where: { organizationId: { in: [...organizationIds] } },
      select: { organizationId: true },
    });
    const held = new Set(rows.map(({ organizationId }) => organizationId));
    return organizationIds.map((id) => held.has(id));
  },

  begin: async (organizationId: string, at: Instant): Promise<void> => {
    await client.discretion.createMany({
      data: [{ organizationId, since: new Date(at) }],
      skipDuplicates: true,
    });
  },

  end: async (organizationId: string): Promise<void> => {
    await client.discretion.deleteMany({ where: { organizationId } });
  },
});
