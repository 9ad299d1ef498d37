import type { Interval } from "@tidbok/domain";
import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { timeOffTable } from "./time-off-table.ts";

/** Time that hosts keep free of meetings, with sealed reasons. */
export const blockedTimes = (client: Client, vault: Vault) => ({
  ...timeOffTable(client.blockedTime, {
    vault,
    table: "blocked_time",
    timesOf: ({ start, end }: BlockedTime) => ({ startAt: new Date(start), endAt: new Date(end) }),
    toRow: ({ id, organizationId, accountId, ...row }): BlockedTime => ({
      id,
      organizationId,
      accountId,
      start: row.startAt.getTime(),
      end: row.endAt.getTime(),
      createdAt: row.createdAt.getTime(),
    }),
  }),

  /** Whether the account has blocked any part of the time. */
  meets: async ({
    accountId,
    during,
  }: {
    readonly accountId: string;
    readonly during: Interval;
  }): Promise<boolean> => {
    const startAt = { lt: new Date(during.end) };
    const endAt = { gt: new Date(during.start) };
    return (await client.blockedTime.count({ where: { accountId, startAt, endAt } })) > 0;
  },
});
