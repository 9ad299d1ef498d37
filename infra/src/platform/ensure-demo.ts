import { readDemo, writeDemo, type Demo } from "../seed/demo.ts";
import { isThere, seedDemo } from "../seed/seed-demo.ts";
import { httpUrl } from "./settings.ts";
import type { Say } from "./say.ts";
import type { Platform } from "./start-platform.ts";

/** The demo organization, made when it is missing. A platform without it still runs: null, and a line that says why. */
export async function ensureDemo({ installation }: Platform, say: Say): Promise<Demo | null> {
  const { settings, places } = installation;
  const addresses = {
    graphql: `${httpUrl(settings.ports.gateway)}/graphql`,
    mailbox: httpUrl(settings.ports.mailbox),
  };
  try {
    const known = await readDemo(places.demo);
    if (known && (await isThere(addresses.graphql, known))) return known;
    say("Making a demo organization …");
    const demo = await seedDemo(addresses);
    await writeDemo(places.demo, demo);
    return demo;
  } catch (error) {
    say(`✗ No demo organization could be made: ${(error as Error).message}`);
    return null;
  }
}
