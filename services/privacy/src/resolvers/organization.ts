import type { Resolvers } from "@tidbok/service";
import { findRetention } from "../actions/find-retention.ts";
import type { Context } from "../context.ts";

type Reference = { readonly id: string };

export const Organization: Resolvers<Context>["Organization"] = {
  // Only the id comes back: whatever else a representation carries is not ours to repeat.
  __resolveReference: ({ id }: Reference) => ({ id }),
  retention: ({ id }: Reference, _, context) => findRetention(context, id),
};
