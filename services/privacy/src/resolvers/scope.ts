import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { ScopeFacts } from "../domain/scope-facts.ts";

export const Scope: Resolvers<Context>["Scope"] = {
  description: ({ en, sv }: ScopeFacts, { locale }: { readonly locale?: string | null }) =>
    /^sv\b/i.test(locale ?? "") ? sv : en,
};
