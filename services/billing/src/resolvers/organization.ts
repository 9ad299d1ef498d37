import type { Resolvers } from "@tidbok/service";
import { findSubscription } from "../actions/find-subscription.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Organization: Resolvers<Context>["Organization"] = {
  // Only the id comes back: whatever else a representation carries is not ours to repeat.
  __resolveReference: ({ id }: Reference) => ({ id }),
  subscription: ({ id }: Reference, _, context) => findSubscription(context, id),
};
