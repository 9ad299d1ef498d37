import { createHash } from "node:crypto";
import { serviceNames, sessionCookie } from "@tidbok/domain";
import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { originOf } from "../authenticate/origin-of.ts";
import type { GatewayContext } from "../context.ts";
import { nameOfCaller } from "../cost/name-of-caller.ts";
import type { By } from "./create-line.ts";
import { createFairQueue } from "./create-fair-queue.ts";
import { slowAfterMs, type ServiceLoads } from "./create-service-loads.ts";
import type { ServicesOf } from "./create-services-of.ts";
import { flowOf } from "./flow-of.ts";
import { TooMuchToDo } from "./too-much-to-do.ts";

/** The part of a request that says whose it is, and what it asks. */
export type Requested = Pick<FastifyRequest, "headers" | "cookies" | "ip" | "body" | "query">;

/** Decides when the work of a request begins, and whether it begins at all. */
export type Admission = {
  /** Throws TooMuchToDo for a request of a flow that is known to be refused, before its body is read. */
  refuseEarly(request: Requested): void;
  /** Does the work when the turn of the caller's flow comes. */
  inTurn<Result>(
    request: Requested,
    { context, work }: { readonly context: GatewayContext; readonly work: () => Promise<Result> },
  ): Promise<Result>;
};

/**
 * Fairness between organizations in this process, over `atOnce` operations. An operation that asks a service that is full
 * waits for it, and others begin meanwhile.
 */
export function createAdmission({
  atOnce,
  loads,
  servicesOf,
}: {
  readonly atOnce: number;
  readonly loads: ServiceLoads;
  readonly servicesOf: ServicesOf;
}): Admission {
  const mostSlow = serviceNames.length * loads.most;
  const queue = createFairQueue({ atOnce, longest: 16 * atOnce, slowAfterMs, mostSlow });
  loads.onRelief(queue.lookAgain);
  // What is known of a credential since its last request, so that refusing costs no authentication.
  const known = new LRUCache<string, By>({ max: 20_000 });
  return {
    refuseEarly: (request) => {
      const by = known.get(credentialOf(request));
      if (by !== undefined && queue.isFull(by)) throw new TooMuchToDo();
    },
    inTurn: async (request, { context, work }) => {
      const network = context.origin?.network ?? null;
      const { caller } = context;
      const by = { flow: flowOf(caller, network), caller: nameOfCaller(caller, network) };
      known.set(credentialOf(request), by);
      const services = () => servicesOf(textOf(request));
      const turn = await queue.enter(by, () => !loads.isFull(services));
      try {
        return await work();
      } finally {
        // Refusing an operation is no work.
        const charged = context.charges.at(-1);
        turn.end(charged?.isGranted ? charged.charge.requested : 1);
      }
    },
  };
}

// The server says what is wrong with a request that has no text.
function textOf({ body, query }: Requested): string {
  const { query: text } = (body ?? query ?? {}) as { readonly query?: unknown };
  return typeof text === "string" ? text : "";
}

function credentialOf(request: Requested): string {
  const { authorization } = request.headers;
  const credential = authorization || request.cookies[sessionCookie];
  if (credential) return createHash("sha256").update(credential).digest("base64");
  return `network ${originOf({ address: request.ip }).network}`;
}
