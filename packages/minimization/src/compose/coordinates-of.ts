import { parse } from "graphql";
import type { DataCategory } from "../data-map.ts";
import { classify } from "../schema/classification.ts";
import { schemaElements } from "../schema/schema-elements.ts";

/** The category of each field, argument and input field of a supergraph; null for what is about no person. */
export type Coordinates = ReadonlyMap<string, DataCategory | null>;

/** Reads from a supergraph what each of its coordinates is classified as, in alphabetical order. */
export function coordinatesOf(supergraphSdl: string): Coordinates {
  const classes = [...classify(schemaElements(parse(supergraphSdl)))];
  return new Map(
    classes
      .map(([name, found]) => [name, found?.kind === "personal" ? found.category : null] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
