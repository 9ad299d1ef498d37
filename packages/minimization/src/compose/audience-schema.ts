import { Kind, buildASTSchema, parse, printSchema } from "graphql";
import type { GraphQLSchema, InputValueDefinitionNode } from "graphql";
import { deniedTo } from "../decide/caller-class.ts";
import type { CallerClass } from "../decide/caller-class.ts";
import type { Rules } from "./rules.ts";
import { hasFields, withoutDeadEnds, withoutOrphans } from "../schema/type-definitions.ts";

/**
 * The API schema as it is for one class of callers: what is denied to them does not exist in it, for
 * validation, introspection and suggestions alike, and neither do types that only it leads to. The
 * same schema when nothing is denied. It has no resolvers: it is for validating, not for executing.
 *
 * Arguments of mutations and input fields stay: they are what a caller gives, not what it learns.
 */
export function audienceSchema(
  { rules, apiSchema }: { readonly rules: Rules; readonly apiSchema: GraphQLSchema },
  callerClass: CallerClass,
): GraphQLSchema {
  const denied = deniedTo(callerClass);
  const isDenied = (coordinate: string) => {
    const category = rules.fields.get(coordinate) ?? rules.arguments.get(coordinate);
    return category !== undefined && denied.has(category);
  };
  const mutation = apiSchema.getMutationType()?.name;
  const before = parse(printSchema(apiSchema), { noLocation: true });
  let hasChanged = false;
  const keep = (kept: boolean) => {
    if (!kept) hasChanged = true;
    return kept;
  };
  const definitions = before.definitions.map((type) => {
    if (!hasFields(type)) return type;
    const fields = (type.fields ?? []).flatMap((field) => {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const gone = (field.arguments ?? []).filter(
        ({ name }) => type.name.value !== mutation && isDenied(`${coordinate}(${name.value}:)`),
      );
      if (!keep(!isDenied(coordinate) && !gone.some(isRequired))) return [];
      const args = (field.arguments ?? []).filter((each) => keep(!gone.includes(each)));
      return [{ ...field, arguments: args }];
    });
    return { ...type, fields };
  });
  if (!hasChanged) return apiSchema;
  const after = withoutDeadEnds({ kind: Kind.DOCUMENT, definitions });
  return buildASTSchema(withoutOrphans(before, after));
}

function isRequired({ type, defaultValue }: InputValueDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}
