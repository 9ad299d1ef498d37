import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyDatabase } from "@tidbok/testing";
import { createVault, type Vault, type VaultOptions } from "../../src/create-vault.ts";
import { fileKeyProvider } from "../../src/file-key-provider.ts";
import { createKeyFile } from "../../src/key-file.ts";

const migrations = new URL("../../migrations/", import.meta.url);
const blindIndexKey = randomBytes(32);

/** A keys database and a key file, and vaults as different processes would have them. */
export async function keysDatabase() {
  const database = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tidbok-vault-"));
  const keyFile = join(folder, "keys.json");
  await createKeyFile(keyFile);
  const { pool } = database;
  const scripts = (await readdir(migrations)).filter((name) => !name.endsWith(".toml")).sort();
  for (const name of scripts) {
    await pool.query(await readFile(new URL(`${name}/migration.sql`, migrations), "utf8"));
  }

  let queries = 0;
  const counted = new Proxy(pool, {
    get: (target, property) => {
      if (property === "query") queries += 1;
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

  return {
    pool,
    keyFile,
    /** A vault with a cache of its own, as another process has it. */
    vault: async (options: Partial<VaultOptions> = {}): Promise<Vault> =>
      createVault({
        pool: counted,
        keyProvider: await fileKeyProvider(keyFile),
        blindIndexKey,
        ...options,
      }),
    /** How many queries the work makes. */
    queriesOf: async (work: () => Promise<unknown>): Promise<number> => {
      const before = queries;
      await work();
      return queries - before;
    },
    drop: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
