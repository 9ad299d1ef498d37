import { Kind, isAbstractType, isCompositeType, isObjectType } from "graphql";
import type { FieldNode, GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from "graphql";
import { isIncluded } from "./read-fields.ts";
import type { Conditions } from "./read-fields.ts";
import { applyMask } from "../decide/masks.ts";
import type { OperationStudy } from "./operation-study.ts";
import { isPruned } from "./prune.ts";
import type { FieldDecision, Pruned } from "./prune.ts";

/** The answer to the pruned document, in the shape of the original one. */
export type Restore = (data: Data) => Data;

/** What an executor answers: an object by response keys, or null where an error has reached the top. */
export type Data = Record<string, unknown> | null;

type Restoration = {
  readonly study: OperationStudy;
  readonly pruned: Pruned;
  readonly decisionOn: FieldDecision;
  readonly conditions: Conditions;
};

type Write = (value: unknown) => unknown;

/**
 * How to put the answer back in shape: the original's keys in the original's order (the specification's
 * CollectFields), null for what was hidden, masked what is masked. What is untouched passes as it is.
 */
export function restoration({ study, pruned, decisionOn, conditions }: Restoration): Restore {
  const { schema, operation } = study;
  if (!pruned.isTouched(operation.selectionSet)) return (data) => data;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error("Only a valid operation can be minimized.");
  const write = objectWriter(root, [operation.selectionSet]);
  return (data) => write(data) as Data;

  function objectWriter(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write {
    const writers = [...collectFields(type, sets)].map(
      ([key, nodes]) => [key, fieldWriter(nodes)] as const,
    );
    return (value) => {
      if (value === null || value === undefined) return null;
      const source = value as Readonly<Record<string, unknown>>;
      // No prototype: a client may call an alias `__proto__`.
      const object: Record<string, unknown> = Object.create(null);
      for (const [key, write] of writers) object[key] = write(source[key]);
      return object;
    };
  }

  function fieldWriter(nodes: readonly FieldNode[]): Write {
    const decisions = nodes.map(decisionOn);
    // Fields that share a key are one field of the answer; what any of them may not show is not shown.
    if (decisions.some(isPruned)) return () => null;
    const mask = decisions.find((each) => each?.action === "mask")?.mask;
    if (mask) return (value) => applyMask(mask, value ?? null);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const type = study.fieldTypes.get(nodes[0] as FieldNode);
    if (!sets.some(pruned.isTouched) || !isCompositeType(type)) return (value) => value ?? null;
    return listWriter(compositeWriter(type, sets));
  }

  function compositeWriter(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): Write {
    if (isObjectType(type)) return lazily(() => objectWriter(type, sets));
    if (!isAbstractType(type)) throw new Error(`${type.name} has no fields.`);
    const writers = new Map<string, Write>(
      schema
        .getPossibleTypes(type)
        .map((each) => [each.name, lazily(() => objectWriter(each, sets))]),
    );
    return (value) => {
      if (value === null || value === undefined) return null;
      const name = (value as Readonly<Record<string, unknown>>)[pruned.typeNameKey];
      const write = writers.get(String(name));
      if (write === undefined)
        throw new Error(`The answer does not say which ${type.name} it has.`);
      return write(value);
    };
  }

  function collectFields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]) {
    const fields = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    sets.forEach(collect);
    return fields;

    function collect(set: SelectionSetNode): void {
      for (const selection of set.selections) {
        if (!isIncluded(selection, conditions)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, type)) collect(selection.selectionSet);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = study.fragments.get(selection.name.value);
          if (fragment && applies(fragment.typeCondition.name.value, type)) {
            collect(fragment.selectionSet);
          }
        }
      }
    }
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = schema.getType(condition);
    return isAbstractType(named) && schema.isSubType(named, type);
  }
}

function listWriter(write: Write): Write {
  return function writeAll(value): unknown {
    return Array.isArray(value) ? value.map(writeAll) : write(value);
  };
}

// An operation names many types that an answer never holds.
function lazily(make: () => Write): Write {
  let write: Write | null = null;
  return (value) => (write ??= make())(value);
}
