import type { Caller } from "@tidbok/domain";
import { Kind, defaultFieldResolver, isIntrospectionType, isObjectType } from "graphql";
import type { DefinitionNode, GraphQLSchema } from "graphql";
import type { Relation } from "../decide/audience.ts";
import { decide } from "../decide/decide.ts";
import type { SubjectState, Decision } from "../decide/decide.ts";
import { withheldBy } from "../decide/withheld.ts";
import type { Withheld } from "../decide/withheld.ts";
import { categoryAt, classify } from "../schema/classification.ts";
import type { Classification } from "../schema/classification.ts";
import { applyMask } from "../decide/masks.ts";
import type { MaskName } from "../decide/masks.ts";
import { isFederationField, isFederationType, schemaElements } from "../schema/schema-elements.ts";
import type { DataCategory } from "../data-map.ts";

/** What a caller is to the person that this row is about; null for a root field's row. */
export type RelationOf<Context> = (
  caller: Caller,
  row: never,
  context: Context,
) => Relation | Promise<Relation>;

/** What protect needs from a service: the one thing only it can know, and where to put what it withholds. */
export type Protection<Context extends object> = {
  /** One function for each object type that has a classified field. */
  readonly relation: Readonly<Record<string, RelationOf<Context>>>;
  /** Where a person's objections and restrictions are known, by type; other types have no such state. */
  readonly subjectState?: Readonly<
    Record<string, (row: never, context: Context) => SubjectState | Promise<SubjectState>>
  >;
  readonly callerOf: (context: Context) => Caller;
  readonly withhold: (context: Context, withheld: Withheld) => void;
};

/**
 * Puts the decision before every classified field of a service's schema, in place, and gives the
 * schema back: a hidden field is null and is not even resolved, a masked one is masked. A decision is
 * made once for each row and category of a request. Throws at once when a field is unclassified or a
 * type with classified fields has no relation.
 */
export function protect<Context extends object>(
  schema: GraphQLSchema,
  protection: Protection<Context>,
): GraphQLSchema {
  const classes = classesOf(schema);
  const decisionFor = rowDecisions(protection);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || isFederationType(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (isFederationField(coordinate)) continue;
      // A field that no SDL stands for (undefined) is as unclassified as one without a mark (null).
      if (classes.get(coordinate) == null) throw new Error(`${coordinate} is not classified.`);
      const category = categoryAt(classes, coordinate);
      if (category === null) continue;
      if (protection.relation[type.name] === undefined) {
        throw new Error(`${coordinate} is ${category}: ${type.name} needs a relation function.`);
      }
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row, args, context: Context, info) =>
        whenKnown(decisionFor({ typeName: type.name, category, row, context }), (decision) => {
          const withheld = withheldBy(coordinate, decision);
          if (withheld !== null) protection.withhold(context, withheld);
          return carryOut(decision, () => resolve(row, args, context, info));
        });
    }
  }
  return schema;
}

function carryOut(decision: Decision, resolve: () => unknown): unknown {
  if (decision.action === "reveal") return resolve();
  return decision.mask === null ? null : masked(decision.mask, resolve());
}

// A resolver may answer with a promise, a list, or a list of promises.
function masked(mask: MaskName, value: unknown): unknown {
  if (isPromise(value)) return value.then((settled) => masked(mask, settled));
  if (Array.isArray(value)) return value.map((each) => masked(mask, each));
  return applyMask(mask, value);
}

/** What the fields of a schema are classified as. Types carry their directives in the nodes that they were built from. */
export function classesOf(schema: GraphQLSchema): Classification {
  const definitions = Object.values(schema.getTypeMap()).flatMap((type): DefinitionNode[] =>
    [type.astNode, ...type.extensionASTNodes].filter((node) => node != null),
  );
  return classify(schemaElements({ kind: Kind.DOCUMENT, definitions }));
}

type Asked<Context> = {
  readonly typeName: string;
  readonly category: DataCategory;
  readonly row: unknown;
  readonly context: Context;
};

type Known = Map<string, Decision | Promise<Decision>>;

/**
 * Decides about rows, once for each category of a row in a request. The memory hangs on the
 * request's context, so that a row which two requests share is decided for each of them.
 */
export function rowDecisions<Context extends object>(protection: Protection<Context>) {
  const requests = new WeakMap<Context, WeakMap<object, Known>>();

  return function decisionFor(asked: Asked<Context>): Decision | Promise<Decision> {
    const { context, row, typeName, category } = asked;
    if (typeof row !== "object" || row === null) return decideFor(protection, asked);
    const rows = entry(requests, { key: context, make: () => new WeakMap<object, Known>() });
    const known = entry(rows, { key: row, make: (): Known => new Map() });
    // One row object may be served as two types, and be something else to the caller in each.
    const key = `${typeName} ${category}`;
    const found = known.get(key) ?? decideFor(protection, asked);
    known.set(key, found);
    return found;
  };
}

function decideFor<Context extends object>(
  protection: Protection<Context>,
  { typeName, category, row, context }: Asked<Context>,
): Decision | Promise<Decision> {
  const caller = protection.callerOf(context);
  const relationOf = protection.relation[typeName];
  if (relationOf === undefined) throw new Error(`${typeName} has no relation function.`);
  const relation = relationOf(caller, row as never, context);
  const subjectState = protection.subjectState?.[typeName]?.(row as never, context);
  if (!isPromise(relation) && !isPromise(subjectState)) {
    return decide({ category, caller, relation, ...(subjectState && { subjectState }) });
  }
  return Promise.all([relation, subjectState]).then(([relation, subjectState]) =>
    decide({ category, caller, relation, ...(subjectState && { subjectState }) }),
  );
}

function entry<Key extends object, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  { key, make }: { readonly key: Key; readonly make: () => Value },
): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** Whether the value must be waited for. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === "function";
}

/** Goes on with a value at once where it is known: a promise for each field of each row would cost more than the field. */
export function whenKnown<T>(value: T | Promise<T>, next: (value: T) => unknown): unknown {
  return isPromise(value) ? value.then((settled) => next(settled as T)) : next(value);
}
