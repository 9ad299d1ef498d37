import { createHash } from "node:crypto";
import type { ServiceName } from "@tidbok/domain";
import {
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from "graphql";
import { LRUCache } from "lru-cache";
import { maxTokens } from "../graph/limits.ts";

/** The services that the fields of a document belong to; none where the text is not GraphQL. */
export type ServicesOf = (text: string) => ReadonlySet<ServiceName>;

type Parts = { readonly supergraphSdl: string; readonly apiSchema: GraphQLSchema };

/**
 * Reads from a document's fields which services it asks, before it is planned. Fields that several services can answer, such
 * as ids, say nothing. All operations of a document count, and fields that the caller may not read.
 */
export function createServicesOf({ supergraphSdl, apiSchema }: Parts): ServicesOf {
  const ownerOf = readOwners(supergraphSdl);
  const known = new LRUCache<string, ReadonlySet<ServiceName>>({ max: 5_000 });
  return (text) => {
    const key = createHash("sha256").update(text).digest("base64");
    const services = known.get(key) ?? study(text, { apiSchema, ownerOf });
    known.set(key, services);
    return services;
  };
}

type Owners = ReadonlyMap<string, ServiceName>;

function study(
  text: string,
  { apiSchema, ownerOf }: { readonly apiSchema: GraphQLSchema; readonly ownerOf: Owners },
): ReadonlySet<ServiceName> {
  const services = new Set<ServiceName>();
  const types = new TypeInfo(apiSchema);
  try {
    visit(
      parse(text, { maxTokens, noLocation: true }),
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const owner = ownerOf.get(`${types.getParentType()?.name}.${name.value}`);
          if (owner) services.add(owner);
        },
      }),
    );
  } catch {
    // The server says what is wrong with the text; it asks no service.
    services.clear();
  }
  return services;
}

/** The one service that answers a field, by `Type.field`; fields with several are left out. */
function readOwners(supergraphSdl: string): Owners {
  const owners = new Map<string, ServiceName>();
  const note = (coordinate: string, graphs: readonly string[]) => {
    const [graph, ...more] = new Set(graphs);
    if (graph && more.length === 0) owners.set(coordinate, graph.toLowerCase() as ServiceName);
  };
  visit(parse(supergraphSdl), {
    ObjectTypeDefinition: ({ name, directives, fields = [] }) => {
      const ofType = graphsIn(directives, "join__type");
      for (const field of fields) {
        const ofField = graphsIn(field.directives, "join__field");
        note(`${name.value}.${field.name.value}`, ofField.length > 0 ? ofField : ofType);
      }
    },
  });
  return owners;
}

function graphsIn(directives: readonly ConstDirectiveNode[] = [], directive: string): string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap(({ arguments: given = [] }) => {
      const isExternal = given.some(({ name }) => name.value === "external");
      const graph = given.find(({ name }) => name.value === "graph")?.value;
      return graph?.kind === "EnumValue" && !isExternal ? [graph.value] : [];
    });
}
