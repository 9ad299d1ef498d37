import { resolve } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { inRepository } from "../places.ts";
import { PlainFailure } from "../plain-failure.ts";

const defaultPorts = {
  gateway: 4000,
  identity: 4001,
  scheduling: 4002,
  billing: 4003,
  integrations: 4004,
  privacy: 4005,
  postgres: 54320,
  nats: 42220,
  smtp: 41025,
  mailbox: 41080,
};

export type PortName = keyof typeof defaultPorts;
export type Ports = Readonly<Record<PortName, number>>;

export type Settings = {
  readonly ports: Ports;
  /** Where everything is kept that outlives a run. */
  readonly stateDir: string;
  readonly logLevel: string;
};

export const portNames = Object.keys(defaultPorts) as readonly PortName[];

/** The variable that moves a port. */
export function portVariable(name: PortName): string {
  return `TIDBOK_PORT_${name.toUpperCase()}`;
}

/** Reads what a run may be told: TIDBOK_PORT_<NAME>, TIDBOK_STATE_DIR, LOG_LEVEL. Says every mistake at once. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const mistakes: string[] = [];
  const owners = new Map<number, PortName>();
  const ports = { ...defaultPorts };
  for (const name of portNames) {
    const raw = env[portVariable(name)];
    const port = raw ? Number(raw) : defaultPorts[name];
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      mistakes.push(`${portVariable(name)} must be a port, 1 to 65535`);
      continue;
    }
    const owner = owners.get(port);
    if (owner)
      mistakes.push(`${name} and ${owner} would share port ${port}: set ${portVariable(name)}`);
    owners.set(port, name);
    ports[name] = port;
  }
  if (mistakes.length > 0) throw new PlainFailure(`${mistakes.join("; ")}.`);
  return {
    ports,
    stateDir: resolve(env.TIDBOK_STATE_DIR ?? inRepository(".local")),
    logLevel: env.LOG_LEVEL ?? "info",
  };
}

/**
 * Where people open the platform. Passkeys belong to a name and not to a number (WebAuthn, 5.1.3), so it has the name of
 * this machine, and so do cookies, links in mails and the issuer of tokens.
 */
export function publicUrl(ports: Ports): string {
  return `http://localhost:${ports.gateway}`;
}

/** Where the parts of the platform reach each other. */
export function httpUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

export function serviceUrls(ports: Ports): Readonly<Record<ServiceName, string>> {
  return Object.fromEntries(serviceNames.map((name) => [name, httpUrl(ports[name])])) as Record<
    ServiceName,
    string
  >;
}
