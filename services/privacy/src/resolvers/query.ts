import type { PageRequest, Resolvers } from "@tidbok/service";
import { findCurrentPolicy } from "../actions/find-current-policy.ts";
import { listPolicies } from "../actions/list-policies.ts";
import type { Context } from "../context.ts";

export const Query: Resolvers<Context>["Query"] = {
  policy: (_, __, context) => findCurrentPolicy(context),
  policies: (_, page: PageRequest, context) => listPolicies(context, page),
  policyByVersion: (_, { version }: { version: string }, { store }) => store.policies.find(version),
  collectedData: (_, __, { collected }) => collected,
};
