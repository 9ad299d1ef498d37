import { serviceNames } from "@tidbok/domain";
import type { Demo } from "../seed/demo.ts";
import { writeWhole } from "../write-whole.ts";
import { superuserUrl } from "./migrate-all.ts";
import { httpUrl, publicUrl } from "./settings.ts";
import type { Platform } from "./start-platform.ts";

/** Writes .local/platform.json, what a script needs to know of the platform that runs now. */
export async function publish({ installation, pids }: Platform, demo: Demo | null): Promise<void> {
  const { settings, places, secrets } = installation;
  const { ports } = settings;
  const place = (name: (typeof serviceNames)[number]) => ({
    url: httpUrl(ports[name]),
    pid: pids.get(name),
  });
  const facts = {
    graphql: `${publicUrl(ports)}/graphql`,
    mailbox: httpUrl(ports.mailbox),
    services: Object.fromEntries(serviceNames.map((name) => [name, place(name)])),
    gateway: { url: publicUrl(ports), pid: pids.get("gateway") },
    nats: `nats://127.0.0.1:${ports.nats}`,
    postgres: superuserUrl(secrets.superuser, ports.postgres),
    demo,
  };
  await writeWhole(places.platform, `${JSON.stringify(facts, null, 2)}\n`);
}
