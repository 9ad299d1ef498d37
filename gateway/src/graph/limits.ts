import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { GraphQLError, ValidationContext } from "graphql";

/**
 * The longest document that is read, in tokens. graphql-js counts them itself as it reads: armor's
 * count answers a mistyped document as a failure of ours.
 */
export const maxTokens = 1_000;

// A mistake among others of the document: thrown, it would be answered as a failure of ours.
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => context?.reportError(error),
  ],
};

/**
 * The form of an operation: depth 10, 15 aliases, 20 directives. Without these limits a fragment of 1 KB held the only
 * thread for seconds. Its cost is counted once its variables are known (gateway/src/cost). The depth below `__schema` is
 * not limited, since the standard introspection query is deeper than 10: its cost counts.
 */
export function limits(): ReturnType<ApolloArmor["protect"]> {
  return new ApolloArmor({
    maxDepth: { n: 10, flattenFragments: true, ignoreIntrospection: true, ...reported },
    maxAliases: { n: 15, ...reported },
    maxTokens: { enabled: false },
    maxDirectives: { n: 20, ...reported },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: true },
  }).protect();
}
