import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Absence as Row } from "../time-off/domain/absence.ts";

export const Absence: Resolvers<Context>["Absence"] = {
  account: ({ accountId }: Row) => ({ id: accountId }),
  standIn: ({ standInId }: Row) => (standInId === null ? null : { id: standInId }),
  reason: ({ id }: Row, _, { loaders }) => loaders.absenceReason.load(id),
};
