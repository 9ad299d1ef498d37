import type { Instant } from "@tidbok/domain";
import { toDate } from "@tidbok/service";

/** A table with one row per organization in which the setting is on. */
type Rows = {
  findMany(query: {
    where: { organizationId: { in: string[] } };
    select: { organizationId: true };
  }): PromiseLike<readonly { readonly organizationId: string }[]>;
  createMany(query: {
    data: { organizationId: string; since: Date }[];
    skipDuplicates: true;
  }): PromiseLike<unknown>;
  deleteMany(query: { where: { organizationId: string } }): PromiseLike<unknown>;
};

/** A setting of organizations that is on or off, by identity's latest event. Without an event it is off. */
export const organizationSettings = (rows: Rows) => ({
  /** Whether the setting is on, in the order of the ids. */
  areOn: async (organizationIds: readonly string[]): Promise<readonly boolean[]> => {
    const found = await rows.findMany({
      where: { organizationId: { in: [...organizationIds] } },
      select: { organizationId: true },
    });
    const on = new Set(found.map(({ organizationId }) => organizationId));
    return organizationIds.map((id) => on.has(id));
  },

  turnOn: async (organizationId: string, since: Instant): Promise<void> => {
    await rows.createMany({
      data: [{ organizationId, since: toDate(since) }],
      skipDuplicates: true,
    });
  },

  turnOff: async (organizationId: string): Promise<void> => {
    await rows.deleteMany({ where: { organizationId } });
  },
});
