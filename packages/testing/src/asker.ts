import type { Caller, Origin, ServiceName } from "@tidbok/domain";
import { callerToken } from "./caller-token.ts";

/** The part of a service that is asked without a port: `service.app`. */
type Injectable = {
  inject(request: {
    method: "POST";
    url: string;
    headers: Record<string, string>;
    payload: object;
  }): Promise<{ statusCode: number; json(): unknown }>;
};

/** GraphQL's answer; `data` is loose, since a test says what it expects of it. */
export type Answer = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly [key: string]: unknown };
  }[];
  readonly extensions?: { readonly [key: string]: unknown };
};

/** A GraphQL operation. */
type Asked = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly origin?: Origin | undefined;
  /** A network's fingerprint. */
  readonly network?: string | undefined;
};

/** Asks a service as the gateway does, for this caller. */
export function asker(app: Injectable, service: ServiceName) {
  return async (caller: Caller, { origin, network, ...asked }: Asked): Promise<Answer> => {
    const response = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: {
        authorization: `Bearer ${await callerToken(caller, service, { operation: asked.query, origin, network })}`,
      },
      payload: asked,
    });
    return response.json() as Answer;
  };
}
