import type { Resolvers } from "@tidbok/service";
import { findAcceptedPolicy } from "../actions/find-accepted-policy.ts";
import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/acceptance.ts";

export const PolicyAcceptance: Resolvers<Context>["PolicyAcceptance"] = {
  policy: (acceptance: Acceptance, _, context) => findAcceptedPolicy(context, acceptance),
};
