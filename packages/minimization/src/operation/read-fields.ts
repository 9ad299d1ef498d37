import { Kind } from "graphql";
import type { FieldNode, SelectionSetNode } from "graphql";
import { isIncluded } from "./included.ts";
import type { Conditions } from "./included.ts";
import type { OperationStudy } from "./operation-study.ts";
import { isPruned } from "./prune.ts";
import type { FieldDecision } from "./prune.ts";

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
