import { parse, visit, type ConstDirectiveNode } from "graphql";

/** The declared cost and list size of a field; undefined where its SDL has none. */
export type FieldCost = { readonly weight?: number; readonly assumedSize?: number };

/** What a supergraph declares of its fields, by `Type.field`. */
export type FieldCosts = ReadonlyMap<string, FieldCost>;

/** Reads `@cost(weight:)` and `@listSize(assumedSize:)` of a supergraph; the API schema has neither. */
export function readCosts(supergraphSdl: string): FieldCosts {
  const costs = new Map<string, FieldCost>();
  visit(parse(supergraphSdl), {
    ObjectTypeDefinition: ({ name, fields = [] }) => {
      for (const field of fields) {
        const weight = numberIn(field.directives, { directive: "cost", argument: "weight" });
        const assumedSize = numberIn(field.directives, {
          directive: "listSize",
          argument: "assumedSize",
        });
        if (weight === null && assumedSize === null) continue;
        costs.set(`${name.value}.${field.name.value}`, {
          ...(weight !== null && { weight }),
          ...(assumedSize !== null && { assumedSize }),
        });
      }
    },
  });
  return costs;
}

function numberIn(
  directives: readonly ConstDirectiveNode[] = [],
  { directive, argument }: { readonly directive: string; readonly argument: string },
): number | null {
  const value = directives
    .find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === "IntValue" ? Number(value.value) : null;
}
