import type { Interval } from "@tidbok/domain";
import { toDate, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import type { BlockedTime } from "../domain/blocked-time.ts";
import { timeOffTable } from "./time-off-table.ts";

/** Time that hosts keep free of meetings, with sealed reasons. */
export const blockedTimes = (client: Client, vault: Vault) => ({
  ...timeOffTable(client.blockedTime, {
    vault,
    table: "blocked_time",
    lockRow: (id) => client.$queryRaw`SELECT 1 FROM blocked_time WHERE id = ${id}::uuid FOR UPDATE`,
    timesOf: ({ start, end, isByHost }: BlockedTime) => ({
      startAt: toDate(start),
      endAt: toDate(end),
      isByHost,
    }),
    toRow: ({ id, organizationId, accountId, ...row }): BlockedTime => ({
      id,
      organizationId,
      accountId,
      start: toInstant(row.startAt),
      end: toInstant(row.endAt),
      createdAt: toInstant(row.createdAt),
      isByHost: row.isByHost,
    }),
  }),

  /** Whether any part of the time is blocked for the account in the organization. */
  meets: async ({
    accountId,
    organizationId,
    during,
  }: {
    readonly accountId: string;
    readonly organizationId: string;
    readonly during: Interval;
  }): Promise<boolean> => {
    const startAt = { lt: toDate(during.end) };
    const endAt = { gt: toDate(during.start) };
    const OR = [{ isByHost: true }, { organizationId }];
    return (await client.blockedTime.count({ where: { accountId, startAt, endAt, OR } })) > 0;
  },
});
