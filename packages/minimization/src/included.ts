import { Kind } from "graphql";
import type { SelectionNode } from "graphql";

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
