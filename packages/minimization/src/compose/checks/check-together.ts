import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";
import { carried } from "./carried.ts";
import { disagreeing } from "./disagreeing.ts";
import { disagreeingSubjects } from "./subjects.ts";

const checks = [disagreeing, disagreeingSubjects, carried];

/** What is wrong between subgraphs. */
export function checkTogether(subgraphs: readonly Subgraph[]): readonly Problem[] {
  return checks.flatMap((check) => check(subgraphs));
}
