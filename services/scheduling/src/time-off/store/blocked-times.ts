import type { Interval } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { BlockedTime } from "../domain/blocked-time.ts";
import type { Client } from "../../store/client.ts";
import { hostReasons } from "./host-reasons.ts";

type Row = Omit<BlockedTime, "start" | "end" | "createdAt"> & {
  readonly startAt: Date;
  readonly endAt: Date;
  readonly createdAt: Date;
};

/** Time that accounts keep free of meetings, and why. */
export const blockedTimes = (client: Client, vault: Vault) => {
  const reasons = hostReasons(vault, "blocked_time");
  return {
    find: async (id: string): Promise<BlockedTime | null> => {
      const row = await client.blockedTime.findUnique({ where: { id } });
      return row && toBlockedTime(row);
    },

    list: async (asked: {
      readonly organizationId: string;
      /** Only this account's; null for everybody's. */
      readonly accountId: string | null;
      readonly before: string | null;
      readonly limit: number;
    }): Promise<BlockedTime[]> => {
      const { organizationId, accountId, before, limit } = asked;
      const rows = await client.blockedTime.findMany({
        where: {
          organizationId,
          ...(accountId !== null && { accountId }),
          ...(before !== null && { id: { lt: before } }),
        },
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(toBlockedTime);
    },

    count: ({ organizationId, accountId }: BlockedTime): Promise<number> =>
      client.blockedTime.count({ where: { organizationId, accountId } }),

    /** Whether the account has blocked any of the time. */
    meets: async (asked: {
      readonly accountId: string;
      readonly during: Interval;
    }): Promise<boolean> => {
      const { accountId, during } = asked;
      const [start, end] = [new Date(during.start), new Date(during.end)];
      const times = { startAt: { lt: end }, endAt: { gt: start } };
      return (await client.blockedTime.count({ where: { accountId, ...times } })) > 0;
    },

    /** Null: no reason. */
    insert: async (blocked: BlockedTime, reason: string | null): Promise<void> => {
      const { id, organizationId, accountId } = blocked;
      await client.blockedTime.createMany({
        data: [
          {
            ...{ id, organizationId, accountId, ...timesOf(blocked) },
            createdAt: new Date(blocked.createdAt),
            reason: reason === null ? null : await reasons.seal(blocked, reason),
          },
        ],
      });
    },

    /** Undefined leaves the reason as it is, null takes it away. */
    update: async (blocked: BlockedTime, reason: string | null | undefined): Promise<void> => {
      const { id, organizationId } = blocked;
      const sealed = reason == null ? reason : await reasons.seal(blocked, reason);
      await client.blockedTime.updateMany({
        where: { id, organizationId },
        data: { ...timesOf(blocked), ...(sealed !== undefined && { reason: sealed }) },
      });
    },

    remove: async ({ id, organizationId }: BlockedTime): Promise<void> => {
      await client.blockedTime.deleteMany({ where: { id, organizationId } });
    },

    /** Why, in the order of the ids; null where nothing was said, or it is erased. */
    findReasons: async (ids: readonly string[]): Promise<readonly (string | null)[]> => {
      const found = await client.blockedTime.findMany({ where: { id: { in: [...ids] } } });
      return reasons.openFor(ids, found);
    },

    /** All of an account, in every organization. */
    listOf: async (accountId: string): Promise<BlockedTime[]> =>
      (await client.blockedTime.findMany({ where: { accountId }, orderBy: { id: "asc" } })).map(
        toBlockedTime,
      ),

    countOf: (accountId: string): Promise<number> =>
      client.blockedTime.count({ where: { accountId } }),

    eraseOf: async (accountId: string): Promise<number> =>
      (await client.blockedTime.deleteMany({ where: { accountId } })).count,
  };
};

function timesOf({ start, end }: BlockedTime) {
  return { startAt: new Date(start), endAt: new Date(end) };
}

function toBlockedTime({ id, organizationId, accountId, ...row }: Row): BlockedTime {
  return {
    ...{ id, organizationId, accountId },
    start: row.startAt.getTime(),
    end: row.endAt.getTime(),
    createdAt: row.createdAt.getTime(),
  };
}
