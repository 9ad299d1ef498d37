import type { DocumentNode } from "graphql";
import { schemaElements } from "../../schema/schema-elements.ts";
import type { Problem } from "../problem.ts";
import type { Subgraph } from "../../schema/subgraph.ts";
import { lost } from "./lost.ts";
import { subjects } from "./subjects.ts";
import { undescribed } from "./undescribed.ts";
import { weakerInterface } from "./weaker-interface.ts";

/** What is wrong with the composed supergraph, seen against the subgraphs that it is made of. */
export function checkSupergraph(
  supergraph: DocumentNode,
  subgraphs: readonly Subgraph[],
): readonly Problem[] {
  const types = schemaElements(supergraph);
  return [lost, weakerInterface, subjects, undescribed].flatMap((check) => check(types, subgraphs));
}
