import { join } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import type { Secrets } from "../keys/ensure-secrets.ts";
import type { KeyFiles } from "../keys/ensure-keys.ts";
import { natsSeedFile } from "../nats/nats-users.ts";
import { inRepository, type StatePlaces } from "../places.ts";
import { databaseUrls } from "../postgres/database-names.ts";
import { httpUrl, publicUrl, type Settings } from "./settings.ts";

export type Installation = {
  readonly settings: Settings;
  readonly places: StatePlaces;
  readonly secrets: Secrets;
  readonly keys: KeyFiles;
};

type Environment = Readonly<Record<string, string>>;

/** What a service's own config reads besides what all five read. */
const ownOf: Readonly<Record<ServiceName, (installation: Installation) => Environment>> = {
  identity: ({ keys }) => ({
    TOKEN_KEYS_FILE: keys.accessKeys,
    LINK_SECRET_FILE: keys.linkSecret,
    // The one setting of an installation that has no default: the other providers that people log in with.
    LOG_IN_PROVIDERS_FILE: process.env["LOG_IN_PROVIDERS_FILE"] ?? "",
  }),
  scheduling: ({ keys }) => ({ MANAGE_LINK_KEYS_FILE: keys.manageLinkKeys }),
  billing: () => ({}),
  integrations: ({ settings }) => ({
    SMTP_URL: `smtp://127.0.0.1:${settings.ports.smtp}`,
    MAIL_FROM: "Tidbok <no-reply@tidbok.localhost>",
  }),
  privacy: () => ({ SUPERGRAPH_FILE: inRepository("gateway/supergraph.graphql") }),
};

/** The environment that a service's `readConfig` reads. */
export function serviceEnvironment(service: ServiceName, installation: Installation): Environment {
  const { settings, secrets, keys } = installation;
  const urls = databaseUrls({
    service,
    role: "app",
    password: secrets.passwords[service].app,
    port: settings.ports.postgres,
  });
  return {
    ...sharedBy(service, installation),
    DATABASE_URL: urls.main,
    KEYS_DATABASE_URL: urls.keys,
    CALLER_JWKS_FILE: keys.callerJwks,
    KEK_FILE: keys.kekOf(service),
    BLIND_INDEX_KEY_FILE: keys.blindIndexOf(service),
    ...ownOf[service](installation),
  };
}

/** The environment that the gateway's `readConfig` reads. */
export function gatewayEnvironment(installation: Installation): Environment {
  const { settings, keys } = installation;
  const addresses = serviceNames.map((name) => [
    `${name.toUpperCase()}_URL`,
    `${httpUrl(settings.ports[name])}/graphql`,
  ]);
  return {
    ...sharedBy("gateway", installation),
    // On the addresses of both versions of IP that the name has.
    HOST: "localhost",
    ...Object.fromEntries(addresses),
    CALLER_KEYS_FILE: keys.callerKeys,
    ACCESS_JWKS_FILE: keys.accessJwks,
    MANAGE_LINK_JWKS_FILE: keys.manageLinkJwks,
    SUPERGRAPH_FILE: inRepository("gateway/supergraph.graphql"),
    // A load test of one machine is one caller and asks for more than any caller may.
    COST_PER_MINUTE: process.env["COST_PER_MINUTE"] ?? "",
    OPERATIONS_AT_ONCE: process.env["OPERATIONS_AT_ONCE"] ?? "",
  };
}

function sharedBy(name: ServiceName | "gateway", installation: Installation): Environment {
  const { settings, places } = installation;
  return {
    ...inherited(),
    ...compiledOnce(name, installation),
    HOST: "127.0.0.1",
    PORT: String(settings.ports[name]),
    PUBLIC_URL: publicUrl(settings.ports),
    NATS_URL: `nats://127.0.0.1:${settings.ports.nats}`,
    NATS_SEED_FILE: natsSeedFile(places.keys, name),
    LOG_LEVEL: settings.logLevel,
  };
}

/** From the second start on a part reads its modules compiled instead of compiling them again. */
export function compiledOnce(name: string, { places }: Installation): Environment {
  return { NODE_COMPILE_CACHE: join(places.compileCache, name) };
}

/** Only what a program needs to run: whatever else the terminal has set must not change ours. */
export function inherited(): Environment {
  const names = ["PATH", "HOME", "TMPDIR", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}
