import type { Problem } from "../problem.ts";
import type { Subgraph } from "../subgraph.ts";
import { disagreeing } from "./disagreeing.ts";

const checks: readonly ((subgraphs: readonly Subgraph[]) => readonly Problem[])[] = [disagreeing];

/** What is wrong between subgraphs. */
export function checkTogether(subgraphs: readonly Subgraph[]): readonly Problem[] {
  return checks.flatMap((check) => check(subgraphs));
}
