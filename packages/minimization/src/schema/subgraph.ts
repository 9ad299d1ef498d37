import { parse } from "graphql";
import type { DocumentNode } from "graphql";
import { schemaElements } from "./schema-elements.ts";
import type { SchemaElements } from "./schema-elements.ts";

/** A service's schema as it is handed to composition. */
export type SubgraphSource = { readonly name: string; readonly url: string; readonly sdl: string };

/** A subgraph as the checks read it. */
export type Subgraph = {
  readonly name: string;
  readonly url: string;
  readonly document: DocumentNode;
  readonly types: SchemaElements;
};

/** Reads a schema as its author wrote it, without our definitions. Throws GraphQLError when it is no SDL. */
export function readSubgraph({ name, url, sdl }: SubgraphSource): Subgraph {
  const document = parse(sdl);
  return { name, url, document, types: schemaElements(document) };
}
