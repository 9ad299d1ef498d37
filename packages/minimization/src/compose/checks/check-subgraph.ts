import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";
import { contradictory } from "./contradictory.ts";
import { headerLines } from "./header-lines.ts";
import { hideable } from "./hideable.ts";
import { knownWords } from "./known-words.ts";
import { unclassified } from "./unclassified.ts";
import { unreasoned } from "./unreasoned.ts";

const checks = [headerLines, knownWords, unclassified, unreasoned, contradictory, hideable];

/** What is wrong with one subgraph by itself. */
export function checkSubgraph(subgraph: Subgraph): readonly Problem[] {
  return checks.flatMap((check) => check(subgraph));
}
