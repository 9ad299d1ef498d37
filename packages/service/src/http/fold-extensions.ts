import { GraphQLError, Kind, parse, print, type DefinitionNode } from "graphql";

const roots = new Set(["Query", "Mutation", "Subscription"]);

/**
 * The SDL with each `extend type` written into the type that it extends: composition checks definitions, and an extension
 * that they overlook would be a field without a class. A root type needs no definition. Throws GraphQLError for an
 * extension of a type that is not defined, and for a field that is defined twice.
 */
export function foldExtensions(sdl: string): string {
  const document = parse(sdl);
  const definitions = new Map<string, DefinitionNode>();
  const folded: (() => DefinitionNode)[] = [];
  const add = (name: string, node: DefinitionNode) => {
    definitions.set(name, node);
    folded.push(() => definitions.get(name) ?? node);
  };
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_EXTENSION && "name" in node && node.name) {
      add(node.name.value, node);
    } else if (node.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      folded.push(() => node);
    }
  }
  for (const node of document.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const name = node.name.value;
    if (!definitions.has(name) && roots.has(name)) {
      add(name, { ...node, kind: Kind.OBJECT_TYPE_DEFINITION });
      continue;
    }
    const known = definitions.get(name);
    if (known?.kind !== Kind.OBJECT_TYPE_DEFINITION) {
      throw new GraphQLError(`"extend type ${name}" extends a type that is not defined here.`);
    }
    const fields = [...(known.fields ?? []), ...(node.fields ?? [])];
    definitions.set(name, {
      ...known,
      directives: [...(known.directives ?? []), ...(node.directives ?? [])],
      interfaces: [...(known.interfaces ?? []), ...(node.interfaces ?? [])],
      fields: uniqueFields(name, fields),
    });
  }
  return print({ ...document, definitions: folded.map((node) => node()) });
}

function uniqueFields<Field extends { readonly name: { readonly value: string } }>(
  type: string,
  fields: readonly Field[],
): readonly Field[] {
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (seen.has(name.value)) throw new GraphQLError(`${type}.${name.value} is defined twice.`);
    seen.add(name.value);
  }
  return fields;
}
