import { rm } from "node:fs/promises";
import { serviceNames } from "@tidbok/domain";
import { ensureKeys } from "../keys/ensure-keys.ts";
import { ensureSecrets } from "../keys/ensure-secrets.ts";
import { findNatsServer } from "../nats/find-nats-server.ts";
import { natsSeedFile } from "../nats/nats-users.ts";
import { provisionStreams } from "../nats/provision-streams.ts";
import { statePlaces, toolsDir } from "../places.ts";
import { removeAbandonedData } from "../postgres/reachable.ts";
import { stopOrphan } from "../postgres/stop-orphan.ts";
import { assertFreePorts } from "./assert-free-ports.ts";
import { claim } from "./claim.ts";
import { ensureStateFolder } from "./ensure-state-folder.ts";
import type { Installation } from "./environment.ts";
import { createKeeper, type Keeper } from "./keeper.ts";
import { migrateAll } from "./migrate-all.ts";
import { gatewayPart, mailPart, natsPart, postgresPart, servicePart } from "./parts.ts";
import { endLeftovers } from "./processes.ts";
import type { Say } from "./say.ts";
import type { Settings } from "./settings.ts";

export type Platform = {
  readonly installation: Installation;
  /** The processes that run now, by part. */
  readonly pids: ReadonlyMap<string, number>;
  /** Called whenever a part was started again. */
  onChange(listener: () => void): void;
  /** Stops everything in the reverse order of starting. May be repeated. */
  stop(): Promise<void>;
};

/** Starts every part in the order in which they need each other. When one fails, nothing is left running. */
export async function startPlatform(
  settings: Settings,
  { say, stopping }: { say: Say; stopping: AbortSignal },
): Promise<Platform> {
  const places = statePlaces(settings.stateDir);
  await ensureStateFolder(places.folder);
  const release = await claim(places.folder);
  const keeper = createKeeper({ file: places.processes, say, stopping });
  const stop = async () => {
    await keeper.stop();
    await rm(places.platform, { force: true });
    await release();
  };
  try {
    const left = await endLeftovers(places.processes);
    if (left.length > 0) say(`Ended what a killed run had left: ${left.join(", ")}`);
    await stopOrphan(places.postgres);
    for (const folder of await removeAbandonedData(places.postgres)) {
      say(`Removed ${folder}: the data of a state folder that was deleted`);
    }
    await assertFreePorts(settings.ports);
    const secrets = await ensureSecrets(places.secrets);
    const keys = await ensureKeys(places.keys);
    const installation = { settings, places, secrets, keys };
    for (const step of steps(installation, { keeper, say })) {
      stopping.throwIfAborted();
      await step();
    }
    return { installation, pids: keeper.pids, onChange: keeper.onChange, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function steps(
  installation: Installation,
  { keeper, say }: { keeper: Keeper; say: Say },
): readonly (() => Promise<void>)[] {
  const { places, settings } = installation;
  const natsUrl = `nats://127.0.0.1:${settings.ports.nats}`;
  return [
    () => keeper.keep([postgresPart(installation)]),
    () => migrateAll(installation, say),
    async () => {
      const server = await findNatsServer({ toolsDir, say });
      await keeper.keep([await natsPart(installation, server)]);
      await provisionStreams(natsUrl, natsSeedFile(places.keys, "admin"));
    },
    async () => {
      const mail = keeper.keep([mailPart(installation)]);
      const services = keeper.keep(serviceNames.map((name) => servicePart(name, installation)));
      for (const result of await Promise.allSettled([mail, services])) {
        if (result.status === "rejected") throw result.reason;
      }
    },
    () => keeper.keep([gatewayPart(installation)]),
  ];
}
