import type { PageRequest, Resolvers } from "@tidbok/service";
import { listDeliveries } from "../deliveries/actions/list-deliveries.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Organization: Resolvers<Context>["Organization"] = {
  __resolveReference: ({ id }: Reference) => ({ id }),
  deliveries: ({ id }: Reference, page: PageRequest & { filter?: unknown }, context) =>
    listDeliveries(context, { ...page, organizationId: id }),
};
