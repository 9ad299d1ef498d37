import type { Instant } from "@tidbok/domain";
import { idBounds, type IdPage } from "@tidbok/service";
import {
  idleSince,
  networkLifetime,
  type Delivery,
  type LogInMethod,
  type Session,
} from "../domain/session.ts";
import type { PrismaClient } from "../../generated/prisma/client.ts";

type Row = Awaited<ReturnType<PrismaClient["session"]["findFirstOrThrow"]>>;
type Hash = Uint8Array<ArrayBuffer>;

/** Log-ins. A cookie is found by its hash; the cookie itself is nowhere. */
export const sessions = (prisma: Pick<PrismaClient, "session">) => ({
  find: async (id: string): Promise<Session | null> =>
    toSession(await prisma.session.findUnique({ where: { id } })),

  findByToken: async (tokenHash: Hash): Promise<Session | null> =>
    toSession(await prisma.session.findUnique({ where: { tokenHash } })),

  /** A page of the account's live sessions, newest first. */
  /** How many live sessions the account has. */
  count: (accountId: string, now: Instant): Promise<number> =>
    prisma.session.count({ where: liveOf(accountId, now) }),

  list: async (
    accountId: string,
    { page, now }: { page: IdPage; now: Instant },
  ): Promise<Session[]> => {
    const { id, ...read } = idBounds(page, "desc");
    const rows = await prisma.session.findMany({
      where: {
        id,
        ...liveOf(accountId, now),
      },
      ...read,
    });
    return rows.map(toRow);
  },

  listAll: async (accountId: string): Promise<Session[]> =>
    (await prisma.session.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(toRow),

  insert: async (session: Session, tokenHash: Hash | null): Promise<void> => {
    const { id, accountId, delivery, methods, network, deviceType, browserFamily } = session;
    const networkUntil = network === null ? null : session.authenticatedAt + networkLifetime;
    await prisma.session.create({
      data: {
        id,
        accountId,
        delivery,
        methods: [...methods],
        tokenHash,
        network,
        networkUntil: networkUntil === null ? null : new Date(networkUntil),
        deviceType,
        browserFamily,
        authenticatedAt: new Date(session.authenticatedAt),
        lastSeenAt: new Date(session.lastSeenAt),
        expiresAt: new Date(session.expiresAt),
      },
    });
  },

  see: async (id: string, at: Instant): Promise<void> => {
    await prisma.session.updateMany({
      where: { id, lastSeenAt: { lt: new Date(at) } },
      data: { lastSeenAt: new Date(at) },
    });
  },

  /** Records that the person has proved their identity again. False when the session has ended. */
  authenticate: async (id: string, at: Instant): Promise<boolean> => {
    const { count } = await prisma.session.updateMany({
      where: { id, endedAt: null },
      data: { authenticatedAt: new Date(at), lastSeenAt: new Date(at) },
    });
    return count === 1;
  },

  /** False when the session had ended already. */
  end: async (id: string, at: Instant): Promise<boolean> => {
    const { count } = await prisma.session.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: new Date(at) },
    });
    return count === 1;
  },

  /** Ends the account's sessions but this one; which. */
  endOthers: async (
    accountId: string,
    { but, at }: { but: string | null; at: Instant },
  ): Promise<readonly string[]> => {
    const rows = await prisma.session.updateManyAndReturn({
      where: { accountId, endedAt: null, ...(but && { id: { not: but } }) },
      data: { endedAt: new Date(at) },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },

  removeOf: async (accountId: string): Promise<number> =>
    (await prisma.session.deleteMany({ where: { accountId } })).count,
});

function toSession(row: Row | null): Session | null {
  return row && toRow(row);
}

function toRow(row: Row): Session {
  return {
    id: row.id,
    accountId: row.accountId,
    // The table's checks allow no other delivery, method, device or browser.
    delivery: row.delivery as Delivery,
    authenticatedAt: row.authenticatedAt.getTime(),
    lastSeenAt: row.lastSeenAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    endedAt: row.endedAt?.getTime() ?? null,
    methods: row.methods as LogInMethod[],
    network: row.network,
    deviceType: row.deviceType as Session["deviceType"],
    browserFamily: row.browserFamily as Session["browserFamily"],
  };
}

function liveOf(accountId: string, now: Instant) {
  return {
    accountId,
    endedAt: null,
    expiresAt: { gt: new Date(now) },
    lastSeenAt: { gt: new Date(idleSince(now)) },
  };
}
