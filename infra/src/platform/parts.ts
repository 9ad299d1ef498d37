import { writeFile } from "node:fs/promises";
import { renderNatsConfig } from "@tidbok/events";
import type { ServiceName } from "@tidbok/domain";
import { ensureNatsKeys } from "../nats/nats-users.ts";
import { moveStreams } from "../nats/move-streams.ts";
import { startNats } from "../nats/start-nats.ts";
import { inRepository } from "../places.ts";
import { startPostgres } from "../postgres/start-postgres.ts";
import type { Part } from "./keeper.ts";
import {
  compiledOnce,
  gatewayEnvironment,
  inherited,
  serviceEnvironment,
  type Installation,
} from "./environment.ts";
import { httpUrl } from "./settings.ts";
import { startNodePart } from "./start-node-part.ts";

export function postgresPart({ settings, places, secrets }: Installation): Part {
  return {
    name: "postgres",
    start: ({ onSpawn }) =>
      startPostgres({
        onSpawn,
        dataDir: places.postgres,
        password: secrets.superuser,
        port: settings.ports.postgres,
        logFile: places.logOf("postgres"),
      }),
  };
}

export async function natsPart(installation: Installation, server: string): Promise<Part> {
  const { settings, places } = installation;
  const port = settings.ports.nats;
  const publicKeys = await ensureNatsKeys(places.keys);
  const config = renderNatsConfig({ publicKeys, port, storeDir: places.nats });
  await moveStreams(places.nats);
  await writeFile(places.natsConfig, config, { mode: 0o600 });
  return {
    name: "nats",
    start: ({ onSpawn }) =>
      startNats({
        onSpawn,
        server,
        configFile: places.natsConfig,
        port,
        logFile: places.logOf("nats"),
      }),
  };
}

export function mailPart(installation: Installation): Part {
  const { settings, places } = installation;
  const { smtp, mailbox } = settings.ports;
  return {
    name: "mail",
    start: (starting) =>
      startNodePart({
        ...starting,
        name: "mail",
        main: inRepository("infra/src/mail-catcher-main.ts"),
        args: [String(smtp), String(mailbox), places.mail],
        env: { ...inherited(), ...compiledOnce("mail", installation) },
        logFile: places.logOf("mail"),
        readyUrl: `${httpUrl(mailbox)}/api/healthz`,
      }),
  };
}

export function servicePart(name: ServiceName, installation: Installation): Part {
  return {
    name,
    start: (starting) =>
      startNodePart({
        ...starting,
        name,
        main: inRepository(`services/${name}/src/main.ts`),
        env: serviceEnvironment(name, installation),
        logFile: installation.places.logOf(name),
        readyUrl: `${httpUrl(installation.settings.ports[name])}/health/ready`,
      }),
  };
}

export function gatewayPart(installation: Installation): Part {
  return {
    name: "gateway",
    start: (starting) =>
      startNodePart({
        ...starting,
        name: "gateway",
        main: inRepository("gateway/src/main.ts"),
        env: gatewayEnvironment(installation),
        logFile: installation.places.logOf("gateway"),
        readyUrl: `${httpUrl(installation.settings.ports.gateway)}/health/ready`,
      }),
  };
}
