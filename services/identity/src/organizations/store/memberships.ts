import type { Role } from "@tidbok/domain";
import { breaks, idBounds, type IdPage } from "@tidbok/service";
import type { Membership } from "../domain/membership.ts";
import { LastOwner } from "../domain/organization-errors.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = Awaited<ReturnType<PrismaClient["membership"]["findFirstOrThrow"]>>;
type Key = Pick<Membership, "organizationId" | "accountId">;

/** The members of organizations. */
export const memberships = (
  prisma: Pick<PrismaClient, "membership" | "$executeRaw" | "$queryRaw">,
) => ({
  find: async (key: Key): Promise<Membership | null> => {
    const row = await prisma.membership.findUnique({ where: { organizationId_accountId: key } });
    return row && toMembership(row);
  },

  findById: async (id: string): Promise<Membership | null> => {
    const row = await prisma.membership.findUnique({ where: { id } });
    return row && toMembership(row);
  },

  listOf: async (accountIds: readonly string[]): Promise<Membership[]> => {
    const rows = await prisma.membership.findMany({
      where: { accountId: { in: [...accountIds] } },
      orderBy: { organizationId: "asc" },
    });
    return rows.map(toMembership);
  },

  /** A page of an organization's members, oldest account first. */
  listIn: async (organizationId: string, page: IdPage): Promise<Membership[]> => {
    const { id, orderBy, take } = idBounds(page, "asc");
    const rows = await prisma.membership.findMany({
      where: { organizationId, accountId: id },
      orderBy: { accountId: orderBy.id },
      take,
    });
    return rows.map(toMembership);
  },

  /** The owners of the organizations that are in use, each once. */
  ownersOf: async (organizationIds: readonly string[]): Promise<readonly string[]> => {
    const rows = await prisma.membership.findMany({
      where: {
        organizationId: { in: [...organizationIds] },
        role: "OWNER",
        account: { erasedAt: null, deactivatedAt: null },
      },
      distinct: ["accountId"],
      orderBy: { accountId: "asc" },
      select: { accountId: true },
    });
    return rows.map(({ accountId }) => accountId);
  },

  /** False when the account belongs to the organization already. */
  insert: async (membership: Omit<Membership, "id" | "version">): Promise<boolean> => {
    const { count } = await prisma.membership.createMany({
      data: [{ ...membership, joinedAt: new Date(membership.joinedAt) }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  /** Records the version of the organization as that of the membership's beginning, after its event was told. */
  recordVersion: async ({ organizationId, accountId }: Key): Promise<void> => {
    await prisma.$executeRaw`
      UPDATE membership SET version = known.version FROM aggregate_version AS known
      WHERE membership.organization_id = ${organizationId}::uuid AND membership.account_id = ${accountId}::uuid
      AND known.aggregate_id = membership.organization_id`;
  },

  /** Throws LastOwner. */
  updateRole: async (key: Key, role: Role): Promise<void> => {
    await keepingAnOwner(() =>
      prisma.membership.update({ where: { organizationId_accountId: key }, data: { role } }),
    );
  },

  /** Throws LastOwner. */
  remove: async (key: Key): Promise<void> => {
    await keepingAnOwner(() =>
      prisma.membership.delete({ where: { organizationId_accountId: key } }),
    );
  },

  /** Whether some organization has no owner but this account. An owner whose account is being closed is none. */
  isOnlyOwner: async (accountId: string): Promise<boolean> => {
    const rows = await prisma.$queryRaw<unknown[]>`
      SELECT FROM membership WHERE account_id = ${accountId}::uuid AND role = 'OWNER' AND NOT EXISTS (
        SELECT FROM membership AS other JOIN account ON account.id = other.account_id
        WHERE other.organization_id = membership.organization_id AND other.role = 'OWNER'
        AND other.account_id <> membership.account_id
        AND account.closes_at IS NULL AND account.erased_at IS NULL) LIMIT 1`;
    return rows.length > 0;
  },

  /** Ends all memberships of the account but those by which an organization has its only owner; how many. */
  removeOf: (accountId: string): Promise<number> => prisma.$executeRaw`
    DELETE FROM membership WHERE account_id = ${accountId}::uuid AND (role <> 'OWNER' OR EXISTS (
      SELECT FROM membership AS other JOIN account ON account.id = other.account_id
      WHERE other.organization_id = membership.organization_id AND other.role = 'OWNER'
      AND other.account_id <> membership.account_id
      AND account.closes_at IS NULL AND account.erased_at IS NULL))`,
});

// A trigger of the table decides, under a lock on the organization.
async function keepingAnOwner(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (breaks(error, "membership_last_owner")) throw new LastOwner();
    throw error;
  }
}

function toMembership({ role, joinedAt, version, ...key }: Row): Membership {
  // The table's checks allow no other role.
  return { ...key, role: role as Role, joinedAt: joinedAt.getTime(), version: Number(version) };
}
