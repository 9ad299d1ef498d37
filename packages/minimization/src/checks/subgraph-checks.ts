import type { Problem } from "../problem.ts";
import type { Subgraph } from "../subgraph.ts";
import { unclassified } from "./unclassified.ts";

const checks: readonly ((subgraph: Subgraph) => readonly Problem[])[] = [unclassified];

/** What is wrong with one subgraph by itself. */
export function checkSubgraph(subgraph: Subgraph): readonly Problem[] {
  return checks.flatMap((check) => check(subgraph));
}
