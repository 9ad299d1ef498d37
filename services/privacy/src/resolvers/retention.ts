import type { Resolvers } from "@tidbok/service";
import { findRetention } from "../actions/find-retention.ts";
import type { Context } from "../context.ts";
import type { Retention as Row } from "../domain/retention.ts";

export const Retention: Resolvers<Context>["Retention"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) => findRetention(context, id),
  id: ({ organizationId }: Row) => organizationId,
};
