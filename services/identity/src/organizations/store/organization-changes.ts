import type { Instant } from "@tidbok/domain";
import { idBounds, type IdPage } from "@tidbok/service";
import type { ChangeKind, OrganizationChange } from "../domain/organization-change.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = Awaited<ReturnType<PrismaClient["organizationChange"]["findFirstOrThrow"]>>;

/** Which changes to list: those of these kinds, made from a time and before another; null for any. */
type ChangeSelection = {
  readonly page: IdPage;
  readonly kinds: readonly string[] | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
};

/** The changes to organizations and their actors. */
export const organizationChanges = (prisma: Pick<PrismaClient, "organizationChange">) => ({
  insert: async (change: OrganizationChange): Promise<void> => {
    await prisma.organizationChange.create({
      data: { ...change, changedAt: new Date(change.changedAt) },
    });
  },

  insertMany: async (changes: readonly OrganizationChange[]): Promise<void> => {
    await prisma.organizationChange.createMany({
      data: changes.map((change) => ({ ...change, changedAt: new Date(change.changedAt) })),
    });
  },

  /** In the order of the ids; null for an unknown id. */
  findMany: async (ids: readonly string[]): Promise<readonly (OrganizationChange | null)[]> => {
    const rows = await prisma.organizationChange.findMany({ where: { id: { in: [...ids] } } });
    const byId = new Map(rows.map((row) => [row.id, toChange(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  },

  /** A page of an organization's changes, newest first. */
  list: async (
    organizationId: string,
    { page, kinds, from, to }: ChangeSelection,
  ): Promise<OrganizationChange[]> => {
    const { id, ...read } = idBounds(page, "desc");
    const changedAt = {
      ...(from !== null && { gte: new Date(from) }),
      ...(to !== null && { lt: new Date(to) }),
    };
    const rows = await prisma.organizationChange.findMany({
      where: {
        organizationId,
        changedAt,
        ...(kinds && { kind: { in: [...kinds] } }),
        id,
      },
      ...read,
    });
    return rows.map(toChange);
  },

  /** What the account changed, and what others changed about it. */
  listOf: async (accountId: string): Promise<OrganizationChange[]> => {
    const rows = await prisma.organizationChange.findMany({
      where: { OR: [{ actorId: accountId }, { subjectId: accountId }] },
      orderBy: { id: "asc" },
    });
    return rows.map(toChange);
  },

  /** Takes the account's id out; how many rows named it. */
  unlink: async (accountId: string): Promise<number> => {
    const counts = [
      await prisma.organizationChange.updateMany({
        where: { actorId: accountId },
        data: { actorId: null },
      }),
      await prisma.organizationChange.updateMany({
        where: { subjectId: accountId },
        data: { subjectId: null },
      }),
    ];
    return counts.reduce((sum, { count }) => sum + count, 0);
  },
});

function toChange(row: Row): OrganizationChange {
  // The table's checks allow no other kind.
  return { ...row, kind: row.kind as ChangeKind, changedAt: row.changedAt.getTime() };
}
