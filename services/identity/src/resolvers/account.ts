import type { Resolvers } from "@tidbok/service";
import { findAccount, findMemberships } from "../accounts/actions/find-account.ts";
import { listSupportAccesses } from "../support/actions/list-support-accesses.ts";
import type { Context } from "../context.ts";
import type { Account as Row } from "../accounts/domain/account.ts";

export const Account: Resolvers<Context>["Account"] = {
  __resolveReference: ({ id }: Pick<Row, "id">, context) => findAccount(context, id),
  displayName: ({ name }: Row) => name,
  supportAccesses: ({ id }: Row, page, context) =>
    listSupportAccesses(context, { ...page, accountId: id }),
  memberships: ({ id }: Row, _, context) => findMemberships(context, id),
};
