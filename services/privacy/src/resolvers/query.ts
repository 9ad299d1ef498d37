import type { PageRequest, Resolvers } from "@tidbok/service";
import { findPolicyByHash } from "../actions/find-policy-by-hash.ts";
import { findPolicy } from "../actions/find-policy.ts";
import { listPolicies } from "../actions/list-policies.ts";
import type { Context } from "../context.ts";

export const Query: Resolvers<Context>["Query"] = {
  policy: (_, { version }: { version?: string | null }, context) =>
    findPolicy(context, version ?? null),
  policyByHash: (_, args: unknown, context) => findPolicyByHash(context, args),
  policies: (_, page: PageRequest, context) => listPolicies(context, page),
  collectedData: (_, __, context) => context.collectedData,
  errorCodes: (_, __, context) => context.errorCodes,
  scopes: (_, __, context) => context.scopes,
};
