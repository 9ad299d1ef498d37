import { ApolloArmor } from "@escape.tech/graphql-armor";

/**
 * The longest document that is read, in tokens. graphql-js counts them itself as it reads: armor's
 * count answers a mistyped document as a failure of ours.
 */
export const maxTokens = 1_000;

/**
 * What one operation may ask for: depth 10, 15 aliases, 20 directives, a bounded cost.
 * Without these a fragment of 1 KB held the only thread for seconds.
 */
export function limits(): ReturnType<ApolloArmor["protect"]> {
  return new ApolloArmor({
    maxDepth: { n: 10, flattenFragments: true, ignoreIntrospection: true },
    maxAliases: { n: 15 },
    maxTokens: { enabled: false },
    maxDirectives: { n: 20 },
    costLimit: { maxCost: 5_000, ignoreIntrospection: true },
    blockFieldSuggestion: { enabled: true },
  }).protect();
}
