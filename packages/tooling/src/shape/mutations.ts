import { GraphQLError, Kind, parse } from "graphql";
import { schemaFiles } from "./layout.ts";
import type { Check, Problem } from "./problem.ts";
import { services } from "./services.ts";
import { squash } from "./squash.ts";
import type { Tree } from "./tree.ts";

const publicAction = /^services\/[^/]+\/src\/(?:[^/]+\/)?actions\/([^/]+)\.ts$/;

/** A mutation has a public action of its name: a file directly in a folder `actions`, no step. */
export const mutations: Check = (tree) =>
  services(tree).flatMap((service) => {
    const known = new Set(
      tree
        .below(`services/${service}/src`)
        .filter((file) => !file.endsWith(".test.ts"))
        .flatMap((file) => publicAction.exec(file)?.[1] ?? [])
        .map(squash),
    );
    return schemaFiles(tree, service).flatMap((sdl) => missing(tree, { sdl, known }));
  });

function missing(
  tree: Tree,
  { sdl, known }: { readonly sdl: string; readonly known: ReadonlySet<string> },
): Problem[] {
  return mutationFields(tree.read(sdl))
    .filter((field) => !known.has(squash(field)))
    .map((field) => ({
      path: sdl,
      message: `${field} has no file of its name in a folder actions`,
    }));
}

function mutationFields(sdl: string): readonly string[] {
  try {
    return parse(sdl).definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      definition.name.value === "Mutation"
        ? (definition.fields ?? []).map((field) => field.name.value)
        : [],
    );
  } catch (error) {
    // described-schema reports it.
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}
