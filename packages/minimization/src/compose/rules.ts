import { parse } from "graphql";
import { classify } from "../schema/classification.ts";
import { unclassified } from "./checks/unclassified.ts";
import type { DataCategory } from "../data-map.ts";
import { CompositionRefused } from "./problem.ts";
import { schemaElements } from "../schema/schema-elements.ts";
import { stripStamp } from "./stamp.ts";

/** What the gateway knows of a supergraph: which coordinates are of which category. All others are non-personal. */
export type Rules = {
  /** `Type.field` */
  readonly fields: ReadonlyMap<string, DataCategory>;
  /** `Type.field(argument:)` */
  readonly arguments: ReadonlyMap<string, DataCategory>;
  /** `Input.field` */
  readonly inputFields: ReadonlyMap<string, DataCategory>;
};

/**
 * Reads the rules of a supergraph that composeSupergraph has made. Throws when it is not stamped, or
 * when anything in it is unclassified: a supergraph that was edited by hand does not start a gateway.
 */
export function loadRules(supergraphSdl: string): Rules {
  return openSupergraph(supergraphSdl).rules;
}

/**
 * The rules, and the supergraph with its stamp stripped, as a gateway that enforces the rules needs
 * it. Throws as loadRules does: there is no way to the plain supergraph that does not load its rules.
 */
export function openSupergraph(supergraphSdl: string): { rules: Rules; supergraphSdl: string } {
  const plain = stripStamp(supergraphSdl);
  const types = schemaElements(parse(plain));
  const problems = unclassified({ name: "supergraph", types });
  if (problems.length > 0) throw new CompositionRefused(problems);
  const fields = new Map<string, DataCategory>();
  const args = new Map<string, DataCategory>();
  const inputFields = new Map<string, DataCategory>();
  for (const [coordinate, found] of classify(types)) {
    if (found?.kind !== "personal") continue;
    if (coordinate.endsWith(":)")) args.set(coordinate, found.category);
    else if (types.get(coordinate.split(".")[0] ?? "")?.kind === "InputObject") {
      inputFields.set(coordinate, found.category);
    } else fields.set(coordinate, found.category);
  }
  return { rules: { fields, arguments: args, inputFields }, supergraphSdl: plain };
}
