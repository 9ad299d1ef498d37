import { GraphError, type Ask } from "@tidbok/client";
import { anonymous, DomainError } from "@tidbok/domain";
import { callerClassOf } from "@tidbok/minimization";
import { traceparentFor, traceparentOf } from "@tidbok/service";
import type { FastifyRequest } from "fastify";
import { originOf } from "../authenticate/origin-of.ts";
import { createContext } from "../context.ts";
import type { Admission } from "../fairness/create-admission.ts";
import type { GraphServers } from "../graph/create-graph-servers.ts";

/** The graph for the pages of one request, asked as a visitor of the request's network. */
export type AskAsVisitor = (request: FastifyRequest) => Ask;

/**
 * Asks through the same pipeline as every other operation: rules, limits, cost and turns are those of a visitor without
 * a credential, whatever cookie the request carries.
 */
export function createAskAsVisitor({
  servers,
  admission,
}: {
  readonly servers: GraphServers;
  readonly admission: Admission;
}): AskAsVisitor {
  return (request) => {
    const ask = async (document: { toString(): string }, variables: object = {}) => {
      const context = createContext(anonymous, {
        requestId: request.id,
        origin: originOf({ address: request.ip, userAgent: request.headers["user-agent"] }),
        traceparent: traceparentOf(request.headers["traceparent"]) ?? traceparentFor(request.id),
      });
      const work = () =>
        servers[callerClassOf(anonymous)].executeOperation(
          { query: document.toString(), variables: { ...variables } },
          { contextValue: context },
        );
      // Without its cookie: a page takes its turn among visitors.
      const asked = { body: { query: document.toString() }, query: {} };
      const visitor = { headers: {}, cookies: {}, ip: request.ip, ...asked };
      const { body } = await admission.inTurn(visitor, { context, work }).catch(refuse);
      if (body.kind !== "single") throw new Error("a page's operation was answered in parts");
      const { data, errors } = body.singleResult;
      if (errors || !data) throw new GraphError(errors ?? [], data ?? null);
      return { data, withheld: [], withheldCount: 0 };
    };
    return ask as unknown as Ask;
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  const { message, code, details } = error;
  throw new GraphError([{ message, extensions: { ...details, code } }]);
}
