import { z } from "zod";
import { fact } from "./fact.ts";

// By pattern: any developer may call a format of their own "version".
const patterns = new Set([fact.version, fact.hash].map(({ def }) => def.pattern?.source));
const largestCount = fact.count.maxValue ?? 0;

/**
 * The paths of a schema where something else than a fact could stand: free text, an address, a number
 * as long as a telephone number, or a construction that cannot be looked into. Unknown means refused.
 */
export function findFreeText(schema: z.core.$ZodType, path = "data"): readonly string[] {
  if (schema instanceof z.ZodObject) {
    const loose = schema.def.catchall && !(schema.def.catchall instanceof z.ZodNever);
    if (loose) return [path];
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      findFreeText(field, `${path}.${name}`),
    );
  }
  if (schema instanceof z.ZodArray) return findFreeText(schema.element, `${path}[]`);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return findFreeText(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => findFreeText(option, path));
  }
  return isFact(schema) ? [] : [path];
}

function isFact(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodCustomStringFormat) return patterns.has(schema.def.pattern?.source);
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return minValue !== null && maxValue !== null && minValue >= 0 && maxValue <= largestCount;
  }
  return (
    schema instanceof z.ZodUUID ||
    schema instanceof z.ZodGUID ||
    schema instanceof z.ZodISODateTime ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodNull
  );
}
