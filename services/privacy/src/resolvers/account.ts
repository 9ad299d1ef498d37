import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Acceptance } from "../domain/policy.ts";

type Reference = { readonly id: string };

export const Account: Resolvers<Context>["Account"] = {
  // Only the id comes back: whatever else a representation carries is not ours to repeat.
  __resolveReference: ({ id }: Reference) => ({ id }),
  policyAcceptances: ({ id }: Reference, _, { loaders }) => loaders.acceptances.load(id),
};

export const PolicyAcceptance: Resolvers<Context>["PolicyAcceptance"] = {
  policy: ({ policyId }: Acceptance, _, { loaders }) => loaders.policy.load(policyId),
};
