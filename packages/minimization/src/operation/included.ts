import { Kind } from "graphql";
import type { SelectionNode } from "graphql";
import type { OperationStudy } from "./operation-study.ts";

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
