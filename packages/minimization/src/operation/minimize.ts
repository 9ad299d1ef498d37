import type { Caller } from "@tidbok/domain";
import type { DocumentNode, FieldNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { refuseWithheld } from "./argument-uses.ts";
import type { ArgumentUse } from "./argument-uses.ts";
import { callerDecision, decisionsKeyOf, reasonsKeyOf } from "../decide/caller-decisions.ts";
import type { DataCategory } from "../data-map.ts";
import type { Decision } from "../decide/decide.ts";
import { conditionsOf, readFields } from "./read-fields.ts";
import type { Conditions } from "./read-fields.ts";
import { studyOperation } from "./operation-study.ts";
import type { OperationStudy } from "./operation-study.ts";
import { prune } from "./prune.ts";
import type { FieldDecision } from "./prune.ts";
import { restoration } from "./restore.ts";
import type { Restore } from "./restore.ts";
import type { Rules } from "../compose/rules.ts";
import { wordsOfRemedy, type Remedy } from "../decide/remedies.ts";
import { withheldBy } from "../decide/withheld.ts";
import type { Withheld } from "../decide/withheld.ts";

/** A valid operation and its caller. */
export type Asked = {
  readonly rules: Rules;
  /** The schema that the document was validated against. */
  readonly schema: GraphQLSchema;
  /** The same object for the same text: what is worked out hangs on it, and goes when it goes. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly caller: Caller;
  /**
   * Fields that are not executed, whatever the data map says, and are null in the answer. Null for a field that is
   * answered elsewhere: nothing is withheld then.
   */
  readonly hidden?: ReadonlyMap<FieldNode, HiddenField | null>;
};

/** A field that is hidden for another reason than the data map's. It can be null. */
export type HiddenField = {
  readonly coordinate: string;
  readonly reason: "SCOPE_MISSING";
  readonly remedy: Remedy | null;
};

/** What may be asked for this caller, and how to answer. */
export type Minimized = {
  /** What to plan and execute: without what no row could reveal to this caller. */
  readonly document: DocumentNode;
  /**
   * Belongs in the key of every cache of plans and answers, with the operation. Two callers have the
   * same key exactly when all decisions on what this operation mentions are the same for them;
   * empty when everything is revealed.
   */
  readonly decisionsKey: string;
  /** What is masked or hidden before any row is known, one entry per coordinate. */
  readonly withheld: readonly Withheld[];
  /** The executor's answer in the original's shape and key order: null where hidden, masked where masked. */
  readonly restore: Restore;
};

/**
 * Keeps an operation to what its sender may learn. Throws ARGUMENT_WITHHELD when it looks for people by
 * what the sender may not read. The first call for a document does the work; the same document for
 * the same decisions again costs a few look-ups.
 */
export function minimize(asked: Asked): Minimized {
  const { caller, variables, hidden = new Map<FieldNode, HiddenField | null>() } = asked;
  const known = operationOf(asked);
  const { study } = known;
  const decisions = new Map<DataCategory, Decision>();
  for (const category of study.categories) {
    decisions.set(category, callerDecision(category, { caller, operation: study.kind }));
  }
  const conditions = conditionsOf(study, variables ?? {});
  const key = `${[...conditions.values()].join()} ${reasonsKeyOf(decisions)} ${hiddenKeyOf(hidden)}`;
  const variant = known.variants.get(key) ?? makeVariant(known, { decisions, conditions, hidden });
  known.variants.set(key, variant);
  for (const use of variant.uses) {
    refuseWithheld(use, {
      operation: study.operation,
      variables: variables ?? {},
      // A search is a search in a mutation too: nothing that the caller has just made needs one.
      decisionOn: (category) => callerDecision(category, { caller, operation: "query" }),
    });
  }
  return variant.minimized;
}

type Circumstances = {
  readonly decisions: ReadonlyMap<DataCategory, Decision>;
  readonly conditions: Conditions;
  readonly hidden: ReadonlyMap<FieldNode, HiddenField | null>;
};

type Variant = { readonly minimized: Minimized; readonly uses: readonly ArgumentUse[] };

type KnownOperation = {
  readonly study: OperationStudy;
  readonly variants: LRUCache<string, Variant>;
  readonly documents: LRUCache<string, ReturnType<typeof prune>>;
};

// Kinds of callers times the switches of an operation; the rarest is worked out again.
const variantsPerOperation = 64;

function makeVariant(
  { study, documents }: KnownOperation,
  { decisions, conditions, hidden }: Circumstances,
): Variant {
  const decisionOn = (field: FieldNode): Decision | null => {
    const other = hidden.get(field);
    if (other !== undefined) {
      const { reason, remedy } = other ?? { reason: "ALLOWED", remedy: null };
      return { action: "hide", mask: null, reason, remedy };
    }
    const found = study.classified.get(field);
    return found === undefined ? null : (decisions.get(found.category) ?? null);
  };
  const decisionsKey = `${decisionsKeyOf(decisions)}${placesOf(hidden)}`;
  const pruned = documents.get(decisionsKey) ?? prune(study, decisionOn);
  documents.set(decisionsKey, pruned);
  const fields = readFields({ study, decisionOn, conditions });
  const restore = restoration({ study, pruned, decisionOn, conditions });
  return {
    minimized: {
      document: pruned.document,
      decisionsKey,
      withheld: withheldFrom({ study, fields, decisionOn, hidden }),
      restore,
    },
    uses: fields.flatMap((field) => study.uses.get(field) ?? []),
  };
}

function withheldFrom({
  study,
  fields,
  decisionOn,
  hidden,
}: {
  readonly study: OperationStudy;
  readonly fields: readonly FieldNode[];
  readonly decisionOn: FieldDecision;
  readonly hidden: ReadonlyMap<FieldNode, HiddenField | null>;
}): readonly Withheld[] {
  const byCoordinate = new Map<string, Withheld>();
  for (const field of fields) {
    if (hidden.get(field) === null) continue;
    const decision = decisionOn(field);
    const coordinate = (hidden.get(field) ?? study.classified.get(field))?.coordinate;
    if (decision === null || coordinate === undefined) continue;
    const withheld = withheldBy(coordinate, decision);
    if (withheld !== null) byCoordinate.set(coordinate, withheld);
  }
  return [...byCoordinate.values()];
}

// The place in the text tells apart two fields of one name.
function placesOf(hidden: ReadonlyMap<FieldNode, HiddenField | null>): string {
  return [...hidden].map(([{ name, loc }]) => ` ${name.value}@${loc?.start}`).join();
}

function hiddenKeyOf(hidden: ReadonlyMap<FieldNode, HiddenField | null>): string {
  return `${placesOf(hidden)} ${[...hidden.values()].map((each) => wordsOfRemedy(each?.remedy ?? null).remedy).join()}`;
}

const memory = new WeakMap<Rules, WeakMap<GraphQLSchema, WeakMap<DocumentNode, Operations>>>();
type Operations = Map<string, KnownOperation>;

function operationOf({ rules, schema, document, operationName }: Asked): KnownOperation {
  const name = operationName ?? null;
  const schemas =
    memory.get(rules) ?? new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Operations>>();
  memory.set(rules, schemas);
  const documents = schemas.get(schema) ?? new WeakMap<DocumentNode, Operations>();
  schemas.set(schema, documents);
  const operations = documents.get(document) ?? new Map<string, KnownOperation>();
  documents.set(document, operations);
  const found = operations.get(name ?? "");
  if (found !== undefined) return found;
  const study = studyOperation({ rules, schema, document, operationName: name });
  const made: KnownOperation = {
    study,
    variants: new LRUCache({ max: variantsPerOperation }),
    documents: new LRUCache({ max: variantsPerOperation }),
  };
  operations.set(name ?? "", made);
  return made;
}
