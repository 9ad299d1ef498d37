import type { JSONWebKeySet } from "jose";
import { logLevels } from "./create-logger.ts";
import { parseJwks } from "./keys/create-token-check.ts";
import type { EnvReader } from "./read-env.ts";

/** What every service is configured with. */
export type ShellConfig = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
  readonly natsUrl: string;
  readonly natsSeedFile: string;
  /** The gateway's public keys as they are now, and the file that will say so when they are others. */
  readonly callerJwks: JSONWebKeySet;
  readonly callerJwksFile: string;
  readonly kekFile: string;
  readonly blindIndexKey: string;
  readonly logLevel: string;
  readonly publicUrl: string;
  /** For how long the process serves after SIGTERM. */
  readonly drainSeconds: number;
};

/** Reads what every service is configured with; a service adds its own beside it. */
export function readShellConfig(from: EnvReader, defaultPort: number): ShellConfig {
  return {
    port: from.port("PORT", defaultPort),
    host: from.text("HOST", "127.0.0.1"),
    databaseUrl: from.url("DATABASE_URL"),
    keysDatabaseUrl: from.url("KEYS_DATABASE_URL"),
    natsUrl: from.url("NATS_URL"),
    natsSeedFile: from.path("NATS_SEED_FILE"),
    callerJwks: jwksIn(from.file("CALLER_JWKS_FILE")),
    callerJwksFile: from.path("CALLER_JWKS_FILE"),
    kekFile: from.path("KEK_FILE"),
    blindIndexKey: from.file("BLIND_INDEX_KEY_FILE"),
    logLevel: from.oneOf("LOG_LEVEL", { choices: logLevels, fallback: "info" }),
    publicUrl: from.url("PUBLIC_URL"),
    drainSeconds: drainSeconds(from),
  };
}

/** For how long a process serves after SIGTERM: until each load balancer has seen that it is not ready. */
export function drainSeconds(from: EnvReader): number {
  return from.integer("DRAIN_SECONDS", 5);
}

// A missing file is already noted by the reader; here it only must not hide the other mistakes.
function jwksIn(text: string | undefined): JSONWebKeySet {
  return text === undefined ? { keys: [] } : parseJwks(text);
}
