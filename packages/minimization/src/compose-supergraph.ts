import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { checkSubgraph } from "./checks/check-subgraph.ts";
import { checkTogether } from "./checks/check-together.ts";
import { checkSupergraph } from "./checks/check-supergraph.ts";
import { subgraphSdl } from "./directives.ts";
import { CompositionRefused } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { stamp } from "./stamp.ts";
import { readSubgraph } from "./subgraph.ts";
import type { SubgraphSource } from "./subgraph.ts";

/**
 * The supergraph of these subgraphs, stamped `for: SECURITY` so that no gateway without our rules
 * serves it. Throws CompositionRefused with everything that is wrong at once: what our checks find in
 * the subgraphs, what Apollo's composition finds, and what our checks find in the result.
 */
export function composeSupergraph(sources: readonly SubgraphSource[]): { supergraphSdl: string } {
  const subgraphs = sources.map(readSubgraph);
  const problems: Problem[] = [...subgraphs.flatMap(checkSubgraph), ...checkTogether(subgraphs)];
  const composed = composeWithApollo(sources);
  if (composed.supergraphSdl === null)
    throw new CompositionRefused([...problems, ...composed.problems]);
  problems.push(...checkSupergraph(parse(composed.supergraphSdl), subgraphs));
  if (problems.length > 0) throw new CompositionRefused(withoutEchoes(problems));
  return { supergraphSdl: stamp(composed.supergraphSdl) };
}

function composeWithApollo(sources: readonly SubgraphSource[]) {
  const result = composeServices(
    sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(subgraphSdl(sdl)) })),
  );
  const problems = (result.errors ?? []).map((error) => ({
    subgraph: null,
    coordinate: "composition",
    code: String(error.extensions["code"] ?? "COMPOSITION"),
    message: error.message,
  }));
  return { supergraphSdl: result.supergraphSdl ?? null, problems };
}

// What is wrong in a subgraph is wrong in the result too, and need not be said twice.
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  if (problems.every(({ subgraph }) => subgraph === null)) return problems;
  return problems.filter(({ code }) => code !== "LOST");
}
