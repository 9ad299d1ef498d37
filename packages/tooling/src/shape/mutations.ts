import { GraphQLError, Kind, parse } from "graphql";
import type { Check, Problem } from "./problem.ts";
import { services } from "./services.ts";
import { squash } from "./squash.ts";
import type { Tree } from "./tree.ts";

/** A mutation has an action of its name; any other action is called from somewhere. */
export const mutations: Check = (tree) =>
  services(tree).flatMap((name) => {
    const sdl = `services/${name}/schema.graphql`;
    if (!tree.has(sdl)) return [];
    const fields = mutationFields(tree.read(sdl));
    const actions = tree
      .below(`services/${name}/src/actions`)
      .filter((file) => /^[^/]+\.ts$/.test(file.split("/actions/")[1] ?? ""))
      .filter((file) => !file.endsWith(".test.ts"));
    return [...missing({ sdl, fields, actions }), ...unused(tree, { name, fields, actions })];
  });

type Names = { readonly fields: readonly string[]; readonly actions: readonly string[] };

function missing({ sdl, fields, actions }: Names & { sdl: string }): Problem[] {
  const known = new Set(actions.map(stem).map(squash));
  return fields
    .filter((field) => !known.has(squash(field)))
    .map((field) => ({ path: sdl, message: `${field} has no file of its name in src/actions` }));
}

function unused(tree: Tree, { name, fields, actions }: Names & { name: string }): Problem[] {
  const mutated = new Set(fields.map(squash));
  const callers = tree
    .below(`services/${name}/src`)
    .filter((file) =>
      /\/src\/(reactions|actions|resolvers)\/|\/src\/(main|[a-z-]+-main|server|personal-data)\.ts$/.test(
        file,
      ),
    )
    .filter((file) => !file.endsWith(".test.ts"));
  return actions
    .filter((action) => !mutated.has(squash(stem(action))))
    .filter(
      (action) =>
        !callers.some(
          (file) => file !== action && tree.read(file).includes(`/${stem(action)}.ts"`),
        ),
    )
    .map((action) => ({
      path: action,
      message: "is no mutation and nothing calls it; name it after its mutation, or take it out",
    }));
}

function stem(file: string): string {
  return file.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
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
