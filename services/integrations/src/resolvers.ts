import { mergeResolvers } from "@tidbok/service";
import type { Context } from "./context.ts";
import { resolvers as deliveries } from "./deliveries/resolvers.ts";

/** How each field is answered, by type; a subject resolves its own. */
export const resolvers = mergeResolvers<Context>([deliveries]);
