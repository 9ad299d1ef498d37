import type { Resolvers } from "@tidbok/service";
import { findAcceptance } from "../actions/find-acceptance.ts";
import { findAcceptedPolicy } from "../actions/find-accepted-policy.ts";
import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";

export const PolicyAcceptance: Resolvers<Context>["PolicyAcceptance"] = {
  __resolveReference: ({ id }: { readonly id: string }, context) => findAcceptance(context, id),
  policy: (acceptance: Acceptance, _, context) => findAcceptedPolicy(context, acceptance),
};
