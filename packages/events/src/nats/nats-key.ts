import { createUser, fromSeed } from "@nats-io/nkeys";
import { readFile, writeFile } from "node:fs/promises";

/** Makes a user's NKEY: the seed goes into the file (0600), the public half is returned. */
export async function createNatsKey(seedFile: string): Promise<string> {
  const pair = createUser();
  await writeFile(seedFile, pair.getSeed(), { mode: 0o600, flag: "wx" });
  const publicKey = pair.getPublicKey();
  pair.clear();
  return publicKey;
}

/** The public half of the NKEY; the file holds the seed. */
export async function natsPublicKey(seedFile: string): Promise<string> {
  return fromSeed(await readNatsSeed(seedFile)).getPublicKey();
}

/** The seed in the file, without the line break that editors and `kubectl` leave. */
export async function readNatsSeed(seedFile: string): Promise<Uint8Array> {
  return Buffer.from((await readFile(seedFile, "utf8")).trim());
}
