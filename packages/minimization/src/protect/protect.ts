import { Kind, defaultFieldResolver, isIntrospectionType, isObjectType } from "graphql";
import type { DefinitionNode, GraphQLSchema } from "graphql";
import { categoryAt, classify } from "../schema/classification.ts";
import type { Classification } from "../schema/classification.ts";
import type { Decision } from "../decide/decision.ts";
import { applyMask } from "../decide/masks.ts";
import type { MaskName } from "../decide/masks.ts";
import { isPromise, whenKnown } from "./promises.ts";
import type { Protection } from "./protection.ts";
import { rowDecisions } from "./row-decisions.ts";
import { isFederationField, isFederationType, schemaElements } from "../schema/schema-elements.ts";
import { withheldBy } from "../decide/withheld.ts";

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

// Types carry their directives in the nodes that they were built from.
function classesOf(schema: GraphQLSchema): Classification {
  const definitions = Object.values(schema.getTypeMap()).flatMap((type): DefinitionNode[] =>
    [type.astNode, ...type.extensionASTNodes].filter((node) => node != null),
  );
  return classify(schemaElements({ kind: Kind.DOCUMENT, definitions }));
}
