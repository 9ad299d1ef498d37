import type { Instant } from "@tidbok/domain";

/** A table whose rows are the organizations of which something holds. */
type Rows = {
  findMany(asked: {
    where: { organizationId: { in: string[] } };
    select: { organizationId: true };
  }): PromiseLike<readonly { readonly organizationId: string }[]>;
  createMany(made: {
    data: { organizationId: string; since: Date }[];
    skipDuplicates: true;
  }): PromiseLike<unknown>;
  deleteMany(ended: { where: { organizationId: string } }): PromiseLike<unknown>;
};

/** The organizations of which something holds, as identity told last. */
export const toldOrganizations = (rows: Rows) => ({
  /** In the order asked for. */
  hold: async (organizationIds: readonly string[]): Promise<readonly boolean[]> => {
    const found = await rows.findMany({
      where: { organizationId: { in: [...organizationIds] } },
      select: { organizationId: true },
    });
    const held = new Set(found.map(({ organizationId }) => organizationId));
    return organizationIds.map((id) => held.has(id));
  },

  begin: async (organizationId: string, at: Instant): Promise<void> => {
    await rows.createMany({
      data: [{ organizationId, since: new Date(at) }],
      skipDuplicates: true,
    });
  },

  end: async (organizationId: string): Promise<void> => {
    await rows.deleteMany({ where: { organizationId } });
  },
});
