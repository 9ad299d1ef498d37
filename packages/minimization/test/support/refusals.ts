import { composeSupergraph } from "../../src/compose/compose-supergraph.ts";
import { exampleSubgraphs } from "./example-subgraphs.ts";
import { CompositionRefused } from "../../src/compose/problem.ts";
import type { Problem } from "../../src/compose/problem.ts";
import type { SubgraphSource } from "../../src/schema/subgraph.ts";

/** A change to one of the example's subgraphs: each text that is a key becomes its value. */
export type Edit = Readonly<
  Partial<Record<"identity" | "scheduling", Readonly<Record<string, string>>>>
>;

/** The example's subgraphs with a change. Throws when a text that should change is not there. */
export function edited(edit: Edit): readonly SubgraphSource[] {
  return exampleSubgraphs.map(({ name, url, sdl }) => {
    const changes = Object.entries(edit[name as keyof Edit] ?? {});
    return { name, url, sdl: changes.reduce(replaced, sdl) };
  });
}

/** What composition has against the example with a change. Empty when it composes. */
export function problemsOf(edit: Edit): readonly Problem[] {
  try {
    composeSupergraph(edited(edit));
    return [];
  } catch (error) {
    if (error instanceof CompositionRefused) return error.problems;
    throw error;
  }
}

/** The same, a word each: `CODE coordinate`. */
export function refusals(edit: Edit): readonly string[] {
  return problemsOf(edit).map(({ code, coordinate }) => `${code} ${coordinate}`);
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`The example does not have ${JSON.stringify(from)}.`);
  return text.replace(from, () => to);
}
