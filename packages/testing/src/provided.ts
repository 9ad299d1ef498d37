import type { ServiceName } from "@tidbok/domain";
import type { JSONWebKeySet, JWK } from "jose";
import { inject } from "vitest";

/** A migrated pair of databases to clone, or why it is missing. */
export type Template =
  | {
      readonly isReady: true;
      readonly passwords: Readonly<Record<"migrate" | "app" | "read", string>>;
    }
  | { readonly isReady: false; readonly reason: string };

/** What a run's global set-up (infra/src/test-run.ts) started and made. */
export type Provided = {
  readonly postgres: { readonly superuserUrl: string; readonly port: number };
  readonly templates: Readonly<Record<ServiceName, Template>>;
  readonly nats: {
    /** The nats-server program. */
    readonly program: string;
    /** The configuration of the server that provisioned `storeDir`, with each user's permissions. */
    readonly config: string;
    readonly port: number;
    /** A JetStream folder in which the streams and consumers are made. */
    readonly storeDir: string;
    /** NKEY seed files by user: the five services, "gateway", "admin". */
    readonly seedFiles: Readonly<Record<string, string>>;
  };
  /** The key that signs callers in tests, and its public side as services read it. */
  readonly callerKey: { readonly privateJwk: JWK; readonly jwks: JSONWebKeySet };
};

declare module "vitest" {
  // Vitest's own contract is an interface; a type cannot add to it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    tidbok: Provided;
  }
}

/** What the run provides. Throws where Vitest runs without the root's configuration. */
export function provided(): Provided {
  const facts = inject("tidbok");
  if (!facts) {
    throw new Error(
      "No Postgres and NATS were started: run vitest from the repository's root, and list the file under the project `real` in vitest.config.ts.",
    );
  }
  return facts;
}
