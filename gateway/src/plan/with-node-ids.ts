import { Kind, visit } from "graphql";
import type { DocumentNode, FieldNode } from "graphql";
import { fragmentsOf, rootFieldsOf } from "./root-fields-of.ts";

/** What is executed in place of a document, and what takes out of the answer what was added to it. */
export type WithNodeIds = {
  readonly document: DocumentNode;
  readonly strip: (data: Readonly<Record<string, unknown>>) => void;
};

const key = "gateway_nodeId";
const nodeId: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: key },
  name: { kind: Kind.NAME, value: "nodeId" },
};
const known = new WeakMap<DocumentNode, WithNodeIds>();

/**
 * The document with `nodeId` asked of each `node` and `nodes`. Only the service that owns an object resolves it, so the
 * planner asks the owner whether the object exists for the caller, even where the client selects nothing but
 * `__typename` or `id`.
 */
export function withNodeIds(document: DocumentNode): WithNodeIds {
  const found = known.get(document) ?? add(document);
  known.set(document, found);
  return found;
}

function add(document: DocumentNode): WithNodeIds {
  const fragments = fragmentsOf(document);
  const fields = new Set(
    document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION && each.operation === "query"
        ? rootFieldsOf(each, fragments).filter(({ name }) => ["node", "nodes"].includes(name.value))
        : [],
    ),
  );
  if (fields.size === 0) return { document, strip: () => {} };
  const keys = [...fields].map(({ alias, name }) => (alias ?? name).value);
  return {
    document: visit(document, {
      Field: (field) => {
        if (!fields.has(field) || !field.selectionSet) return undefined;
        const selections = [...field.selectionSet.selections, nodeId];
        return { ...field, selectionSet: { ...field.selectionSet, selections } };
      },
    }),
    strip: (data) => keys.forEach((each) => forget(data[each])),
  };
}

function forget(value: unknown): void {
  for (const object of [value].flat()) {
    if (object !== null && object !== undefined) delete (object as Record<string, unknown>)[key];
  }
}
