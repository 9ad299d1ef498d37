import type { Resolvers } from "@tidbok/service";
import { listAcceptances } from "../actions/list-acceptances.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Account: Resolvers<Context>["Account"] = {
  // Only the id comes back: whatever else a representation carries is not ours to repeat.
  __resolveReference: ({ id }: Reference) => ({ id }),
  policyAcceptances: ({ id }: Reference, _, context) => listAcceptances(context, id),
};
