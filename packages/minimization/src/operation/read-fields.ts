import { Kind } from "graphql";
import type { SelectionNode, FieldNode, SelectionSetNode } from "graphql";
import type { OperationStudy } from "./operation-study.ts";
import { isPruned } from "./prune.ts";
import type { FieldDecision } from "./prune.ts";

/** The values of the variables that @skip and @include ask. */
export type Conditions = ReadonlyMap<string, boolean>;

/** Whether a selection takes part, by its @skip and @include. */
export function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  return (selection.directives ?? []).every(({ name, arguments: args }) => {
    if (name.value !== "skip" && name.value !== "include") return true;
    const value = args?.find((each) => each.name.value === "if")?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (name.value === "include");
  });
}

/** The values in this request; what is not given has its default. */
export function conditionsOf(
  { conditions }: OperationStudy,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  return new Map(
    [...conditions].map(([name, byDefault]) => {
      const value = Object.hasOwn(variables, name) ? variables[name] : byDefault;
      return [name, value === true];
    }),
  );
}

/**
 * Every field that this operation reads, whatever the types of the objects that it finds, in order:
 * fields that are skipped, or that stand below a hidden field, are not read.
 */
export function readFields({
  study,
  decisionOn,
  conditions,
}: {
  readonly study: OperationStudy;
  readonly decisionOn: FieldDecision;
  readonly conditions: Conditions;
}): readonly FieldNode[] {
  const read: FieldNode[] = [];
  const seen = new Set<string>();
  readSet(study.operation.selectionSet);
  return read;

  function readSet(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = study.fragments.get(name);
        if (fragment === undefined || seen.has(name)) continue;
        seen.add(name);
        readSet(fragment.selectionSet);
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        read.push(selection);
        if (isPruned(decisionOn(selection))) continue;
      }
      if (selection.selectionSet !== undefined) readSet(selection.selectionSet);
    }
  }
}
