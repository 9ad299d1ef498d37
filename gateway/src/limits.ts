import { ApolloArmor } from "@escape.tech/graphql-armor";

/**
 * What one operation may ask for: depth 10, 15 aliases, 1,000 tokens, 20 directives, a bounded cost.
 * Without these a fragment of 1 KB held the only thread for seconds.
 */
export function limits(): ReturnType<ApolloArmor["protect"]> {
  return new ApolloArmor({
    maxDepth: { n: 10, flattenFragments: true, ignoreIntrospection: true },
    maxAliases: { n: 15 },
    maxTokens: { n: 1_000 },
    maxDirectives: { n: 20 },
    costLimit: { maxCost: 5_000, ignoreIntrospection: true },
    blockFieldSuggestion: { enabled: true },
  }).protect();
}
