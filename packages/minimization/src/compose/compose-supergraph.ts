import { composeServices } from "@apollo/composition";
import { GraphQLError, lexicographicSortSchema, parse, printSchema } from "graphql";
import { checkSubgraph } from "./checks/check-subgraph.ts";
import { checkSupergraph } from "./checks/check-supergraph.ts";
import { checkTogether } from "./checks/check-together.ts";
import { subgraphSdl } from "../schema/directives.ts";
import { CompositionRefused } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { stamp } from "./stamp.ts";
import { readSubgraph } from "../schema/subgraph.ts";
import type { SubgraphSource } from "../schema/subgraph.ts";

/** What composing gives: the supergraph for the gateway, and the schema for those that ask it. */
export type Composed = {
  readonly supergraphSdl: string;
  /** What clients may ask, without the joints between services; the types stand in alphabetical order. */
  readonly apiSdl: string;
};

/**
 * The supergraph of these subgraphs, stamped `for: SECURITY` so that no gateway without our rules
 * serves it. Throws CompositionRefused with everything that is wrong at once: what our checks find in
 * the subgraphs, what Apollo's composition finds, and what our checks find in the result.
 */
export function composeSupergraph(sources: readonly SubgraphSource[]): Composed {
  const unreadable = sources.flatMap((source) =>
    problemsIn(() => void readSubgraph(source), source.name),
  );
  if (unreadable.length > 0) throw new CompositionRefused(unreadable);
  const subgraphs = sources.map(readSubgraph);
  const problems: Problem[] = [
    ...subgraphs.flatMap(checkSubgraph),
    ...problemsIn(() => checkTogether(subgraphs)),
  ];
  let composed: Composed | undefined;
  const more = problemsIn(() => {
    const result = composeWithApollo(sources);
    if (result.errors) return result.errors.map(asProblem);
    const api = result.schema.toAPISchema().toGraphQLJSSchema();
    const apiSdl = `${printSchema(lexicographicSortSchema(api))}\n`;
    composed = { supergraphSdl: result.supergraphSdl, apiSdl };
  });
  problems.push(...more);
  if (composed === undefined) throw new CompositionRefused(problems);
  problems.push(...checkSupergraph(parse(composed.supergraphSdl), subgraphs));
  if (problems.length > 0) throw new CompositionRefused(withoutEchoes(problems));
  return { ...composed, supergraphSdl: stamp(composed.supergraphSdl) };
}

function composeWithApollo(sources: readonly SubgraphSource[]) {
  return composeServices(
    sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(subgraphSdl(sdl)) })),
  );
}

// Composition answers with most errors and throws the rest; either way the other problems are told too.
function problemsIn(
  check: () => readonly Problem[] | undefined | void,
  subgraph: string | null = null,
): readonly Problem[] {
  try {
    return check() ?? [];
  } catch (error) {
    if (error instanceof GraphQLError) return [{ ...asProblem(error), subgraph }];
    throw error;
  }
}

function asProblem({ message, extensions }: GraphQLError): Problem {
  const code = String(extensions["code"] ?? "NOT_COMPOSABLE");
  return { subgraph: null, coordinate: "schema", code, message };
}

// What is wrong in a subgraph is wrong in the result too, and need not be said twice.
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  if (problems.every(({ subgraph }) => subgraph === null)) return problems;
  return problems.filter(({ code }) => code !== "LOST");
}
