import { Kind, parse } from "graphql";
import type { ConstDirectiveNode } from "graphql";
import { minimizationUrl } from "../schema/directives.ts";

// Composition drops a `for:` that a subgraph writes, so it is put on the finished supergraph. Only
// the few characters change: the rest of the committed file stays as composition printed it.

/** The supergraph with our link marked `for: SECURITY`: gateways that do not know our rules refuse it. */
export function stamp(supergraphSdl: string): string {
  const link = ourLink(supergraphSdl);
  const end = argument(link, "url")?.loc?.end;
  if (end === undefined) throw new Error("The link to the minimization directives has no place.");
  if (argument(link, "for") !== undefined) return supergraphSdl;
  return `${supergraphSdl.slice(0, end)}, for: SECURITY${supergraphSdl.slice(end)}`;
}

/** The supergraph without the stamp, for the gateway that has loaded the rules. Throws where the stamp is missing. */
export function stripStamp(supergraphSdl: string): string {
  const link = ourLink(supergraphSdl);
  const purpose = argument(link, "for");
  const isSecurity = purpose?.value.kind === Kind.ENUM && purpose.value.value === "SECURITY";
  if (!isSecurity || purpose.loc === undefined) {
    throw new Error(
      "This supergraph is not stamped `for: SECURITY`: it was not made by composeSupergraph.",
    );
  }
  const before = supergraphSdl.slice(0, purpose.loc.start).replace(/,\s*$/u, "");
  return before + supergraphSdl.slice(purpose.loc.end);
}

function ourLink(supergraphSdl: string): ConstDirectiveNode {
  const links = parse(supergraphSdl)
    .definitions.flatMap((each) =>
      each.kind === Kind.SCHEMA_DEFINITION ? (each.directives ?? []) : [],
    )
    .filter((each) => each.name.value === "link" && urlOf(each) === minimizationUrl);
  const [link] = links;
  if (link === undefined || links.length > 1) {
    throw new Error(
      `A supergraph must link ${minimizationUrl} once; this one does ${links.length} times.`,
    );
  }
  return link;
}

function urlOf(link: ConstDirectiveNode): string | null {
  const value = argument(link, "url")?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

function argument(directive: ConstDirectiveNode, name: string) {
  return directive.arguments?.find((each) => each.name.value === name);
}
