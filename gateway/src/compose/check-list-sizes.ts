import type { Problem } from "@tidbok/minimization";
import { buildASTSchema, isObjectType, parse } from "graphql";
import { listSize } from "../cost/list-size.ts";
import { readCosts } from "../cost/read-costs.ts";

/** The lists of objects of a supergraph without a bound, which would cost nothing however long they are. */
export function checkListSizes(supergraphSdl: string): readonly Problem[] {
  const costs = readCosts(supergraphSdl);
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true });
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith("__")) return [];
    return Object.values(type.getFields()).flatMap((field): readonly Problem[] => {
      const coordinate = `${type.name}.${field.name}`;
      const cost = costs.get(coordinate) ?? {};
      if (listSize({ type: type.name, field }, { args: {}, cost }) !== null) return [];
      const message =
        "is a list without `first`; declare its usual length, @listSize(assumedSize: …).";
      return [{ subgraph: null, coordinate, code: "LIST_SIZE_UNKNOWN", message }];
    });
  });
}
