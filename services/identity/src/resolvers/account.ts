import type { Resolvers } from "@tidbok/service";
import { findAccount, findMemberships } from "../actions/find-account.ts";
import { listSupportAccesses } from "../actions/list-support-accesses.ts";
import type { Context } from "../context.ts";
import type { Account as Row } from "../domain/account.ts";

export const Account: Resolvers<Context>["Account"] = {
  __resolveReference: ({ id }: Pick<Row, "id">, context) => findAccount(context, id),
  displayName: ({ name }: Row) => name,
  supportAccesses: ({ id }: Row, page, context) =>
    listSupportAccesses(context, { ...page, accountId: id }),
  memberships: ({ id }: Row, _, context) => findMemberships(context, id),
};
