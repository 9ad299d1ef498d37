import { ApolloGateway } from "@apollo/gateway";
import type { GraphQLSchema } from "graphql";
import { composeSupergraph } from "../../src/compose/compose-supergraph.ts";
import { exampleSubgraphs } from "./example-subgraphs.ts";
import { openSupergraph } from "../../src/compose/rules.ts";
import type { Rules } from "../../src/compose/rules.ts";

// The gateway of the vendor reports to the vendor unless it is told not to.
process.env["APOLLO_TELEMETRY_DISABLED"] = "1";

/** The example's rules, and the API schema that a real gateway makes of it. */
export async function exampleSchema(): Promise<{ rules: Rules; schema: GraphQLSchema }> {
  const { rules, supergraphSdl } = openSupergraph(
    composeSupergraph(exampleSubgraphs).supergraphSdl,
  );
  return { rules, schema: await apiSchemaOf(supergraphSdl) };
}

/** What a stock gateway makes of a supergraph; rejects as the gateway does. */
export async function apiSchemaOf(supergraphSdl: string): Promise<GraphQLSchema> {
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
  const schemas: GraphQLSchema[] = [];
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void schemas.push(apiSchema));
  await gateway.load();
  await gateway.stop();
  const [schema] = schemas;
  if (schema === undefined) throw new Error("The gateway has loaded no schema.");
  return schema;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
