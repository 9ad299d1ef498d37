import { Kind, isAbstractType, visit } from "graphql";
import type {
  DefinitionNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import type { Decision } from "../decide/decide.ts";
import type { OperationStudy } from "./operation-study.ts";

/** What one class of callers gets of an operation. */
export type Pruned = {
  readonly document: DocumentNode;
  /** The alias under which the pruned document asks abstract types for their name, for restore. */
  readonly typeNameKey: string;
  /** Whether anything in the selection is masked or hidden. What is not touched passes as it is. */
  readonly isTouched: (set: SelectionSetNode) => boolean;
};

/** The decision on a field of the operation; null where it is not classified. */
export type FieldDecision = (field: FieldNode) => Decision | null;

/** Whether a decision keeps the value from being fetched at all. */
export function isPruned(decision: Decision | null): boolean {
  return decision?.action === "hide" || decision?.action === "deny";
}

/**
 * The operation without what the decisions hide: emptied selections ask for `__typename`, and
 * variables and fragments that nothing uses any more are gone. The same document when nothing is
 * masked or hidden. It never depends on variables: one plan must serve all values of them.
 */
export function prune(study: OperationStudy, decisionOn: FieldDecision): Pruned {
  const { document, operation, fragments } = study;
  const isTouched = touching(study, decisionOn);
  const typeNameKey = freeKey(document);
  if (!isTouched(operation.selectionSet)) return { document, typeNameKey, isTouched };

  const fragmentSets = new Map<string, SelectionSetNode | null>();
  const selectionSet = neverEmpty(operation.selectionSet);
  const definitions = usedDefinitions({ ...operation, selectionSet }, (name) => {
    const fragment = fragments.get(name);
    const set = fragmentSet(name);
    return fragment === undefined || set === null ? null : { ...fragment, selectionSet: set };
  });
  return { document: { kind: Kind.DOCUMENT, definitions }, typeNameKey, isTouched };

  function pruneSet(set: SelectionSetNode): SelectionSetNode | null {
    if (!isTouched(set)) return set;
    const selections = set.selections.flatMap((each) => pruneSelection(each) ?? []);
    if (selections.length === 0) return null;
    const marked = isAbstract(set) ? [typeName(typeNameKey), ...selections] : selections;
    return { ...set, selections: marked };
  }

  function neverEmpty(set: SelectionSetNode): SelectionSetNode {
    return (
      pruneSet(set) ?? { ...set, selections: [typeName(isAbstract(set) ? typeNameKey : null)] }
    );
  }

  function isAbstract(set: SelectionSetNode): boolean {
    return isAbstractType(study.parents.get(set));
  }

  function pruneSelection(selection: SelectionNode): SelectionNode | null {
    switch (selection.kind) {
      case Kind.FIELD: {
        if (isPruned(decisionOn(selection))) return null;
        if (selection.selectionSet === undefined) return selection;
        return { ...selection, selectionSet: neverEmpty(selection.selectionSet) };
      }
      case Kind.INLINE_FRAGMENT: {
        const selectionSet = pruneSet(selection.selectionSet);
        return selectionSet && { ...selection, selectionSet };
      }
      case Kind.FRAGMENT_SPREAD:
        return fragmentSet(selection.name.value) && selection;
    }
  }

  function fragmentSet(name: string): SelectionSetNode | null {
    const found = fragmentSets.get(name);
    if (found !== undefined) return found;
    const fragment = fragments.get(name);
    const set = fragment === undefined ? null : pruneSet(fragment.selectionSet);
    fragmentSets.set(name, set);
    return set;
  }
}

function touching(study: OperationStudy, decisionOn: FieldDecision) {
  const known = new Map<SelectionSetNode, boolean>();
  return isTouched;

  function isTouched(set: SelectionSetNode): boolean {
    const found = known.get(set) ?? set.selections.some(touches);
    known.set(set, found);
    return found;
  }

  function touches(selection: SelectionNode): boolean {
    if (selection.kind === Kind.FIELD && (decisionOn(selection)?.action ?? "reveal") !== "reveal") {
      return true;
    }
    const within =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? study.fragments.get(selection.name.value)?.selectionSet
        : selection.selectionSet;
    return within !== undefined && isTouched(within);
  }
}

function usedDefinitions(
  operation: OperationDefinitionNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null,
): readonly DefinitionNode[] {
  const variables = new Set<string>();
  const reached = new Map<string, FragmentDefinitionNode>();
  follow(operation);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((each) =>
    variables.has(each.variable.name.value),
  );
  return [{ ...operation, variableDefinitions }, ...reached.values()];

  function follow(from: OperationDefinitionNode | FragmentDefinitionNode): void {
    visit(from, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragmentOf(name.value);
        if (fragment === null || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        follow(fragment);
      },
    });
  }
}

function typeName(alias: string | null): FieldNode {
  const name = { kind: Kind.NAME, value: "__typename" } as const;
  return alias === null
    ? { kind: Kind.FIELD, name }
    : { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: alias }, name };
}

// A client may have taken the alias for something else.
function freeKey(document: DocumentNode): string {
  const taken = new Set<string>();
  visit(document, { Field: ({ alias }) => void (alias && taken.add(alias.value)) });
  let key = "minimization__type";
  while (taken.has(key)) key += "_";
  return key;
}
