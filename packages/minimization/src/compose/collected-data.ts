import { openSupergraph } from "./rules.ts";
import type { Category } from "../category.ts";
import { dataCategories, dataMap } from "../data-map.ts";
import type { DataCategory } from "../data-map.ts";

/** One kind of personal data that the composed graph really holds, as a policy page lists it. */
export type Collected = Pick<
  Category,
  | "key"
  | "description"
  | "subject"
  | "sensitivity"
  | "source"
  | "purposes"
  | "legalBasis"
  | "retention"
  | "erasure"
> & {
  readonly category: DataCategory;
  /** Where it is given and taken: fields, arguments and input fields, in alphabetical order. */
  readonly coordinates: readonly string[];
};

/**
 * What is collected about people and why, from the stamped supergraph and the data map, in the
 * map's order. A category that no schema uses is not listed.
 */
export function collectedData(supergraphSdl: string): readonly Collected[] {
  const { rules } = openSupergraph(supergraphSdl);
  const used = [...rules.fields, ...rules.arguments, ...rules.inputFields];
  return dataCategories.flatMap((category) => {
    const coordinates = used.filter(([, each]) => each === category).map(([place]) => place);
    if (coordinates.length === 0) return [];
    const { scope: _scope, rules: _rules, ...row } = dataMap[category];
    return [{ category, ...row, coordinates: coordinates.sort() }];
  });
}
