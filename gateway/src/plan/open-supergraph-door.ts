import { ApolloGateway } from "@apollo/gateway";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import type { GraphQLSchema } from "graphql";
import type { SignCaller } from "@tidbok/service";
import type { ServiceConnections } from "../service-connections.ts";
import { createDataSource } from "./create-data-source.ts";

/** The planner and executor of the supergraph, behind one small door: an API schema and a function. */
export type SupergraphDoor = {
  readonly apiSchema: GraphQLSchema;
  readonly execute: GatewayExecutor;
  readonly close: () => Promise<void>;
};

/**
 * Opens the supergraph with the stock federation gateway (Elastic License 2.0), which lives in this
 * folder only. The supergraph comes from a file; nothing is introspected, polled or reported.
 */
export async function openSupergraphDoor(
  supergraphSdl: string,
  parts: { services: ServiceConnections; signCaller: SignCaller },
): Promise<SupergraphDoor> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    // Otherwise a request header makes the plan part of the answer.
    __exposeQueryPlanExperimental: false,
    debug: false,
    buildService: ({ name }) => createDataSource(asServiceName(name), parts),
  });
  let apiSchema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate((schema) => {
    apiSchema = schema.apiSchema;
  });
  const { executor } = await gateway.load({ apollo: {} });
  if (!apiSchema || !executor) throw new Error("the federation gateway loaded no schema");
  return { apiSchema, execute: executor as GatewayExecutor, close: () => gateway.stop() };
}

function asServiceName(name: string): ServiceName {
  const known = serviceNames.find((service) => service === name);
  if (!known) throw new Error(`the supergraph names a service that does not exist: ${name}`);
  return known;
}
