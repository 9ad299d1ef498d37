import { fileURLToPath } from "node:url";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { drainSeconds, logLevels, parseJwks, readEnv, type Env } from "@tidbok/service";
import type { JSONWebKeySet, JWK } from "jose";

/** What the gateway is configured with. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The address that clients know; also issuer and audience of access tokens. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly supergraphFile: string;
  readonly operationsFolder: string;
  /** Signs caller tokens; the services hold only the public half. */
  readonly callerKey: JWK;
  readonly accessJwks: JSONWebKeySet;
  readonly manageLinkJwks: JSONWebKeySet;
  /** Where these three are read again when they change. */
  readonly keyFiles: {
    readonly callerKeys: string;
    readonly accessJwks: string;
    readonly manageLinkJwks: string;
  };
  readonly natsUrl: string;
  readonly natsSeedFile: string;
  readonly serviceUrls: Readonly<Record<ServiceName, string>>;
  /** Other origins with pages that may send the session cookie, separated by spaces. */
  readonly allowedOrigins: readonly string[];
  /** Addresses and networks of our own proxies, the only ones with a believed X-Forwarded-For. */
  readonly trustedProxies: readonly string[];
  /** What the operations of one caller may cost in a minute; ten times as much for one network. */
  readonly costPerMinute: number;
  /** How many operations are worked on at once, half of them for one organization; the others take turns. */
  readonly operationsAtOnce: number;
  /** For how long the process serves after SIGTERM. */
  readonly drainSeconds: number;
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Reads the configuration whole; throws ConfigMistakes with every mistake. */
export function readConfig(env: Env): Config {
  return readEnv(env, (from) => ({
    port: from.port("PORT", 4000),
    host: from.text("HOST", "127.0.0.1"),
    publicUrl: from.url("PUBLIC_URL", "http://localhost:4000"),
    logLevel: from.oneOf("LOG_LEVEL", { choices: logLevels, fallback: "info" }),
    supergraphFile: from.path("SUPERGRAPH_FILE", here("../supergraph.graphql")),
    operationsFolder: from.text("OPERATIONS_FOLDER", here("../operations")),
    callerKey: firstKey(from.file("CALLER_KEYS_FILE")),
    accessJwks: keySet(from.file("ACCESS_JWKS_FILE")),
    manageLinkJwks: keySet(from.file("MANAGE_LINK_JWKS_FILE")),
    keyFiles: {
      callerKeys: from.path("CALLER_KEYS_FILE"),
      accessJwks: from.path("ACCESS_JWKS_FILE"),
      manageLinkJwks: from.path("MANAGE_LINK_JWKS_FILE"),
    },
    natsUrl: from.url("NATS_URL"),
    natsSeedFile: from.path("NATS_SEED_FILE"),
    serviceUrls: Object.fromEntries(
      serviceNames.map((name) => [name, from.url(`${name.toUpperCase()}_URL`)]),
    ) as Record<ServiceName, string>,
    trustedProxies: from.text("TRUSTED_PROXIES", "").split(" ").filter(Boolean),
    operationsAtOnce: from.integer("OPERATIONS_AT_ONCE", 8),
    drainSeconds: drainSeconds(from),
    costPerMinute: from.integer("COST_PER_MINUTE", 300_000),
    allowedOrigins: from.text("ALLOWED_ORIGINS", "").split(" ").filter(Boolean),
  }));
}

// A file that is missing is already noted by the reader, and must not hide the other mistakes.
function keySet(text: string | undefined): JSONWebKeySet {
  return text === undefined ? { keys: [] } : parseJwks(text);
}

function firstKey(text: string | undefined): JWK {
  return keySet(text).keys[0] ?? {};
}
