import type { Resolvers } from "@tidbok/service";
import { findSubscription } from "../actions/find-subscription.ts";
import type { Context } from "../context.ts";
import type { Subscription } from "../domain/subscription.ts";

export const PlanSubscription: Resolvers<Context>["PlanSubscription"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) => findSubscription(context, id),
  id: ({ organizationId }: Subscription) => organizationId,
};
