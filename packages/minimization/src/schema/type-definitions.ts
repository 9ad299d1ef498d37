import { Kind } from "graphql";
import type {
  DefinitionNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from "graphql";
import { namedTypeOf } from "./schema-elements.ts";

/** Whether the definition is of a type with fields that are resolved. */
export function hasFields(
  node: DefinitionNode,
): node is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** The document without types that have lost all fields or members, and without what leads to them. */
export function withoutDeadEnds(document: DocumentNode): DocumentNode {
  const gone = new Set(document.definitions.filter(isDeadEnd).map(nameOf));
  if (gone.size === 0) return document;
  const isThere = ({ name }: { name: { value: string } }) => !gone.has(name.value);
  const definitions = document.definitions
    .filter((each) => !gone.has(nameOf(each)))
    .map((each) => {
      if (each.kind === Kind.UNION_TYPE_DEFINITION) {
        return { ...each, types: (each.types ?? []).filter(isThere) };
      }
      if (!hasFields(each)) return each;
      const fields = (each.fields ?? []).filter(({ type }) => !gone.has(namedTypeOf(type)));
      return { ...each, interfaces: (each.interfaces ?? []).filter(isThere), fields };
    });
  return withoutDeadEnds({ ...document, definitions });
}

function isDeadEnd(node: DefinitionNode): boolean {
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return (node.types ?? []).length === 0;
  return hasFields(node) && (node.fields ?? []).length === 0;
}

/** `after` without the types that the roots led to in `before` and no longer do. */
export function withoutOrphans(before: DocumentNode, after: DocumentNode): DocumentNode {
  const [was, is] = [reachable(before), reachable(after)];
  const definitions = after.definitions.filter((each) => {
    const isType = each.kind !== Kind.DIRECTIVE_DEFINITION && nameOf(each) !== "";
    return !isType || is.has(nameOf(each)) || !was.has(nameOf(each));
  });
  return { ...after, definitions };
}

function reachable(document: DocumentNode): ReadonlySet<string> {
  const definitions = new Map(document.definitions.map((each) => [nameOf(each), each]));
  const reached = new Set<string>();
  ["Query", "Mutation", "Subscription"].forEach(reach);
  return reached;

  function reach(name: string): void {
    const node = definitions.get(name);
    if (node === undefined || reached.has(name)) return;
    reached.add(name);
    neighbours(node).forEach(reach);
    if (node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return;
    for (const each of document.definitions) {
      const isImplementation =
        hasFields(each) && each.interfaces?.some((named) => named.name.value === name);
      if (isImplementation) reach(nameOf(each));
    }
  }
}

function neighbours(node: DefinitionNode): readonly string[] {
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return (node.types ?? []).map(nameOf);
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    return (node.fields ?? []).map(({ type }) => namedTypeOf(type));
  }
  if (!hasFields(node)) return [];
  return [
    ...(node.interfaces ?? []).map(nameOf),
    ...(node.fields ?? []).flatMap(({ type, arguments: args }) => [
      namedTypeOf(type),
      ...(args ?? []).map((argument) => namedTypeOf(argument.type)),
    ]),
  ];
}

function nameOf(node: object): string {
  return (node as { name?: { value: string } }).name?.value ?? "";
}
