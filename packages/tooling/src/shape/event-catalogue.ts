import type { Tree } from "./tree.ts";

/** An event of the catalogue: its constant and its subject. */
export type CatalogueEvent = { readonly name: string; readonly type: string };

const definition = /export const (\w+)\s*=\s*defineEvent\(\s*(?:\{\s*type:\s*)?"([^"]+)"/g;

/** Every event that packages/events defines. */
export function eventCatalogue(tree: Tree): readonly CatalogueEvent[] {
  return tree
    .below("packages/events/src/catalogue")
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...tree.read(file).matchAll(definition)].map(([, name = "", type = ""]) => ({ name, type })),
    );
}
