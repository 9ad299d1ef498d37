import { copied } from "./copied.ts";
import { readme, schema, source } from "./written.ts";
import type { ServiceToWrite } from "./service-to-write.ts";
import type { Tree } from "../shape/tree.ts";

/**
 * The files of a new service, path → text, in the shape that check-shape holds. What no program can
 * write (its domain, its actions, its tests) is left out, and check-shape asks for it.
 */
export function skeleton(tree: Tree, service: ServiceToWrite): Readonly<Record<string, string>> {
  const port = 4001 + new Set(tree.below("services").map((file) => file.split("/")[1])).size;
  const files = {
    ...copied(tree, service),
    "README.md": readme(service.name, port),
    "schema.graphql": schema,
    ...source(service.name, port),
  };
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`services/${service.name}/${file}`, text]),
  );
}
