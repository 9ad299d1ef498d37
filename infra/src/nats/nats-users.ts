import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  createNatsKey,
  natsPublicKey,
  natsUsers,
  type NatsPublicKeys,
  type NatsUser,
} from "@tidbok/events";

/** Where a user's NKEY seed is kept. */
export function natsSeedFile(keysDir: string, user: NatsUser): string {
  return join(keysDir, `nats-${user}.nk`);
}

/** Makes the seeds that are missing; returns the public half of every user's key, for the server's configuration. */
export async function ensureNatsKeys(keysDir: string): Promise<NatsPublicKeys> {
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  const pairs = natsUsers.map(async (user) => {
    const file = natsSeedFile(keysDir, user);
    return [user, await (existsSync(file) ? natsPublicKey(file) : createNatsKey(file))];
  });
  return Object.fromEntries(await Promise.all(pairs));
}
