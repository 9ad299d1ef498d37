import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { BlockedTime as Row } from "../time-off/domain/blocked-time.ts";

export const BlockedTime: Resolvers<Context>["BlockedTime"] = {
  account: ({ accountId }: Row) => ({ id: accountId }),
  startAt: ({ start }: Row) => start,
  endAt: ({ end }: Row) => end,
  reason: ({ id }: Row, _, { loaders }) => loaders.blockedTimeReason.load(id),
};
