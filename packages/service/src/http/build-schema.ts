import { buildSubgraphSchema } from "@apollo/subgraph";
import { scopeObstacle, ScopeMissing, type Caller, type Scope } from "@tidbok/domain";
import { classesOf, protect, subgraphSdl } from "@tidbok/minimization";
import {
  defaultFieldResolver,
  GraphQLScalarType,
  isObjectType,
  parse,
  type GraphQLSchema,
} from "graphql";
import type { AssembledService, ServiceContext } from "../service-definition.ts";
import { lowerCaseIds } from "./lower-case-ids.ts";
import { reportWithheldLists } from "./report-withheld-lists.ts";
import type { ReferenceResolver, Resolver, Resolvers } from "./resolvers.ts";
import { resolveNodeIds } from "./resolve-node-ids.ts";
import { scalars } from "./scalars.ts";

/** The schema of a service. Before a resolver runs, its field must be in a scope of the caller and open to the caller. */
export function buildSchema<Context extends ServiceContext>({
  sdl,
  resolvers,
  relations,
  subjectStates,
}: AssembledService<Context>): GraphQLSchema {
  const typeDefs = parse(subgraphSdl(sdl));
  const declared = new Set(
    typeDefs.definitions.flatMap((node) =>
      node.kind === "ScalarTypeDefinition" ? [node.name.value] : [],
    ),
  );
  const used = Object.fromEntries(Object.entries(scalars).filter(([name]) => declared.has(name)));
  const schema = buildSubgraphSchema({
    typeDefs,
    resolvers: { ...guardReferences(clearBeforeMutations(resolvers)), ...used } as never,
  });
  reportWithheldLists(schema);
  guardScopes(lowerCaseIds(resolveNodeIds(schema)));
  return protect<Context>(schema, {
    relation: relations,
    ...(subjectStates && { subjectState: subjectStates }),
    callerOf: (context) => context.caller,
    withhold: (context, withheld) => context.withhold(withheld),
  });
}

// Mutations of one request run one after the other, and each must see what those before it have changed. So each
// forgets first what the request has loaded.
function clearBeforeMutations<Context>(resolvers: Resolvers<Context>): Resolvers<Context> {
  const { Mutation } = resolvers;
  if (!Mutation || Mutation instanceof GraphQLScalarType) return resolvers;
  const mutations = Object.entries(Mutation).map(([name, resolve]) => [
    name,
    clearing(resolve as Resolver<Context>),
  ]);
  return { ...resolvers, Mutation: Object.fromEntries(mutations) as typeof Mutation };
}

function clearing<Context>(resolve: Resolver<Context>): Resolver<Context> {
  return (row, args, context, info) => {
    const { loaders } = context as { readonly loaders?: { readonly clear?: () => void } };
    loaders?.clear?.();
    return resolve(row, args, context, info);
  };
}

// To an app a reference leads nowhere where it may not read the id of the type. By a refusal of the fields alone it would
// learn whether there is such an object.
function guardReferences<Context extends ServiceContext>(
  resolvers: Resolvers<Context>,
): Resolvers<Context> {
  const guarded = Object.entries(resolvers).map(([type, fields]) => {
    if (fields instanceof GraphQLScalarType || !fields.__resolveReference) return [type, fields];
    const { __resolveReference: resolve } = fields;
    const guard: ReferenceResolver<Context> = (reference, context) =>
      scopeObstacle(context.caller, `${type}.id`) === null ? resolve(reference, context) : null;
    return [type, { ...fields, __resolveReference: guard }];
  });
  return Object.fromEntries(guarded) as Resolvers<Context>;
}

// Refuses to an app what no scope of its opens, before the field is resolved. The gateway has refused it already; this
// is the net below it. About personal data the data map decides.
function guardScopes(schema: GraphQLSchema): void {
  const classes = classesOf(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      // Federation's own fields lead to others, which are guarded themselves.
      if (name.startsWith("_")) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const coordinate = `${type.name}.${name}`;
      if (classes.get(coordinate)?.kind === "personal") continue;
      // An app without any scope meets every obstacle that there is.
      if (scopeObstacle(bare, coordinate) === null) continue;
      field.resolve = (source, args: unknown, context: ServiceContext, about) => {
        const obstacle = scopeObstacle(context.caller, coordinate);
        if (obstacle === null) return resolve(source, args, context, about) as unknown;
        throw new ScopeMissing(obstacle === "closed" ? [] : [obstacle satisfies Scope]);
      };
    }
  }
}

const bare: Caller = {
  kind: "client",
  clientId: "",
  accountId: null,
  memberships: [],
  scopes: [],
  purpose: "provide.integrate",
};
