import type { Instant } from "@tidbok/domain";
import { idBounds, type IdPage } from "@tidbok/service";
import type { SupportAccess, SupportReason } from "../domain/support-access.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = Awaited<ReturnType<PrismaClient["supportAccess"]["findFirstOrThrow"]>>;
type Client = Pick<PrismaClient, "supportAccess" | "$executeRaw">;

/** The accesses of agents to people's data, open and ended. */
export const supportAccesses = (prisma: Client) => ({
  find: async (id: string): Promise<SupportAccess | null> => {
    const row = await prisma.supportAccess.findUnique({ where: { id } });
    return row && toAccess(row);
  },

  /** The open access of an agent, or null. */
  findOpen: async (staffId: string, now: Instant): Promise<SupportAccess | null> => {
    const row = await prisma.supportAccess.findFirst({
      where: { staffId, endedAt: null, accountId: { not: null }, expiresAt: { gt: new Date(now) } },
    });
    return row && toAccess(row);
  },

  insert: async (access: SupportAccess): Promise<void> => {
    const { openedAt, expiresAt, endedAt: _, ...rest } = access;
    const times = { openedAt: new Date(openedAt), expiresAt: new Date(expiresAt) };
    await prisma.supportAccess.create({ data: { ...rest, ...times } });
  },

  /** False for an access that had ended or run out. */
  end: async (id: string, at: Instant): Promise<boolean> => {
    const { count } = await prisma.supportAccess.updateMany({
      where: { id, endedAt: null, expiresAt: { gt: new Date(at) } },
      data: { endedAt: new Date(at) },
    });
    return count === 1;
  },

  /** What is over is over, so that another can be opened. */
  settle: async (staffId: string, now: Instant): Promise<void> => {
    await prisma.$executeRaw`UPDATE support_access SET ended_at = expires_at
      WHERE staff_id = ${staffId}::uuid AND ended_at IS NULL AND expires_at <= ${new Date(now)}`;
  },

  /** A page of those to the account, newest first. */
  count: (accountId: string): Promise<number> =>
    prisma.supportAccess.count({ where: { accountId } }),

  list: async (accountId: string, page: IdPage): Promise<SupportAccess[]> => {
    const { id, ...read } = idBounds(page, "desc");
    const rows = await prisma.supportAccess.findMany({
      where: { accountId, id },
      ...read,
    });
    return rows.map(toAccess);
  },

  listAll: async (accountId: string): Promise<SupportAccess[]> =>
    (await prisma.supportAccess.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
      toAccess,
    ),

  /** Takes the person out: their id, and the ticket that leads to them. How many rows named them. */
  unlink: async (accountId: string): Promise<number> => {
    const { count } = await prisma.supportAccess.updateMany({
      where: { accountId },
      data: { accountId: null, ticket: null },
    });
    return count;
  },
});

function toAccess(row: Row): SupportAccess {
  const { openedAt, expiresAt, endedAt, reason, ...rest } = row;
  return {
    ...rest,
    // The table's checks allow no other reason.
    reason: reason as SupportReason,
    openedAt: openedAt.getTime(),
    expiresAt: expiresAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  };
}
