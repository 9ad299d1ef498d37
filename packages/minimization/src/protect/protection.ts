import type { Caller } from "@tidbok/domain";
import type { Relation } from "../decide/audience.ts";
import type { SubjectState } from "../decide/decide.ts";
import type { Withheld } from "../decide/withheld.ts";

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
