import { scopeObstacle, ScopeMissing, type Caller, type Scope } from "@tidbok/domain";
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from "graphql";

/**
 * Refuses to an app what no scope of its opens, before the field is resolved. The gateway has refused the whole
 * operation already; this is the net below it.
 */
export function guardScopes<Context>(
  schema: GraphQLSchema,
  callerOf: (context: Context) => Caller,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      // Federation's own fields lead to others, which are guarded themselves.
      if (name.startsWith("_")) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const coordinate = `${type.name}.${name}`;
      if (!isGuarded(coordinate)) continue;
      field.resolve = (source, args: unknown, context: Context, about) => {
        const obstacle = scopeObstacle(callerOf(context), coordinate);
        if (obstacle === null) return resolve(source, args, context, about) as unknown;
        throw new ScopeMissing(obstacle === "closed" ? [] : [obstacle satisfies Scope]);
      };
    }
  }
  return schema;
}

// An app without any scope meets every obstacle that there is.
const bare: Caller = {
  kind: "client",
  clientId: "",
  accountId: null,
  memberships: [],
  scopes: [],
  purpose: "provide.integrate",
};

function isGuarded(coordinate: string): boolean {
  return scopeObstacle(bare, coordinate) !== null;
}
