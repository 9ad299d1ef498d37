import { breaks } from "@tidbok/service";
import type { Organization } from "../domain/organization.ts";
import { SlugTaken } from "../domain/organization-errors.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = Awaited<ReturnType<PrismaClient["organization"]["findFirstOrThrow"]>>;

/** Organizations. */
export const organizations = (prisma: Pick<PrismaClient, "organization" | "$queryRaw">) => ({
  /** In the order of the ids; null for an unknown id. */
  findMany: async (ids: readonly string[]): Promise<readonly (Organization | null)[]> => {
    const rows = await prisma.organization.findMany({ where: { id: { in: [...ids] } } });
    const byId = new Map(rows.map((row) => [row.id, toOrganization(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  },

  /** The number of each organization's members, in their order. */
  countMembers: async (ids: readonly string[]): Promise<readonly number[]> => {
    const rows = await prisma.organization.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, _count: { select: { memberships: true } } },
    });
    const byId = new Map(rows.map(({ id, _count }) => [id, _count.memberships]));
    return ids.map((id) => byId.get(id) ?? 0);
  },

  findBySlug: async (slug: string): Promise<Organization | null> => {
    const row = await prisma.organization.findUnique({ where: { slug } });
    return row && toOrganization(row);
  },

  /** Locks the organization until the transaction ends: of transactions that lock it, one at a time changes who belongs to it. */
  lock: async (id: string): Promise<void> => {
    await prisma.$queryRaw`SELECT FROM organization WHERE id = ${id}::uuid FOR UPDATE`;
  },

  /** Locks the organizations that the account owns, in the order of their ids. */
  lockOwnedBy: async (accountId: string): Promise<void> => {
    await prisma.$queryRaw`
      SELECT FROM organization WHERE id IN (
        SELECT organization_id FROM membership WHERE account_id = ${accountId}::uuid AND role = 'OWNER')
      ORDER BY id FOR UPDATE`;
  },

  update: async (
    id: string,
    change: Partial<Omit<Organization, "id" | "slug" | "createdAt">>,
  ): Promise<void> => {
    const { embedOrigins, ...rest } = change;
    const data = { ...rest, ...(embedOrigins && { embedOrigins: [...embedOrigins] }) };
    await prisma.organization.updateMany({ where: { id }, data });
  },

  /** Throws SlugTaken. */
  insert: async (organization: Organization): Promise<void> => {
    try {
      await prisma.organization.create({
        data: {
          ...organization,
          embedOrigins: [...organization.embedOrigins],
          createdAt: new Date(organization.createdAt),
        },
      });
    } catch (error) {
      if (breaks(error, "organization_slug_key") || isUnique(error, "slug")) throw new SlugTaken();
      throw error;
    }
  },
});

// Of a unique violation Prisma tells the columns, not the constraint.
function isUnique(error: unknown, column: string): boolean {
  return (
    error instanceof Error && "code" in error && error.code === "P2002" && breaks(error, column)
  );
}

function toOrganization(row: Row): Organization {
  return { ...row, createdAt: row.createdAt.getTime() };
}
