import type { DataCategory } from "../data-map.ts";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/decision.ts";
import { isPromise } from "./promises.ts";
import type { Protection } from "./protection.ts";

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
