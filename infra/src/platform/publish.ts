import { serviceNames } from "@tidbok/domain";
import type { Demo } from "../seed/demo.ts";
import { writeWhole } from "../write-whole.ts";
import { superuserUrl } from "./migrate-all.ts";
import { httpUrl } from "./settings.ts";
import type { Platform } from "./start-platform.ts";

/** Writes .local/platform.json, what a script needs to know of the platform that runs now. */
export async function publish({ installation, pids }: Platform, demo: Demo | null): Promise<void> {
  const { settings, places, secrets } = installation;
  const { ports } = settings;
  const place = (name: "gateway" | (typeof serviceNames)[number]) => ({
    url: httpUrl(ports[name]),
    pid: pids.get(name),
  });
  const facts = {
    graphql: `${httpUrl(ports.gateway)}/graphql`,
    mailbox: httpUrl(ports.mailbox),
    services: Object.fromEntries(serviceNames.map((name) => [name, place(name)])),
    gateway: place("gateway"),
    nats: `nats://127.0.0.1:${ports.nats}`,
    postgres: superuserUrl(secrets.superuser, ports.postgres),
    demo,
  };
  await writeWhole(places.platform, `${JSON.stringify(facts, null, 2)}\n`);
}
