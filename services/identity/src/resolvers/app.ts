import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { App as Row } from "../apps/domain/app.ts";

export const App: Resolvers<Context>["App"] = {
  purpose: ({ purpose }: Row) => purposeName(purpose),
};

export const ClientCaller: Resolvers<Context>["ClientCaller"] = {
  purpose: ({ purpose }: Pick<Row, "purpose">) => purposeName(purpose),
};

/** A purpose as the graph's enum names it: `PROVIDE_INTEGRATE`. */
function purposeName(purpose: string): string {
  return purpose.toUpperCase().replace(".", "_");
}

/** A purpose as callers and tokens name it: `provide.integrate`. */
export function purposeOf(name: string): string {
  return name.toLowerCase().replace("_", ".");
}
