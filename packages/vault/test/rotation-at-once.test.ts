import { writeFile } from "node:fs/promises";
import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileKeyProvider } from "../src/file-key-provider.ts";
import { createKeyFile, rotateKeyFile } from "../src/key-file.ts";
import { rewrap } from "../src/rewrap.ts";
import { keysDatabase } from "./support/keys-database.ts";

let keys: Awaited<ReturnType<typeof keysDatabase>>;

beforeAll(async () => {
  keys = await keysDatabase();
});
afterAll(() => keys.drop());

const addressOf = (subjectId: string = newId()) => ({
  subjectId,
  table: "account",
  column: "email",
  row: newId(),
});

test("a process that was not started again after a rotation wraps with the new key, and reads what others wrapped", async () => {
  const running = await keys.vault();
  const other = await keys.vault();
  await rotateKeyFile(keys.keyFile);
  const options = { pool: keys.pool, keyProvider: await fileKeyProvider(keys.keyFile) };
  await rewrap(options);
  const address = addressOf();
  const bytes = await running.seal(address, "x");
  expect(await rewrap(options)).toBe(0);
  expect(await other.open(address, bytes)).toBe("x");
});

test("a key that was wrapped before a rotation and is written after it is refused", async () => {
  const file = await fileKeyProvider(keys.keyFile);
  const [hasWrapped, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = await keys.vault({
    keyProvider: {
      ...file,
      wrap: async (key) => {
        const wrapped = await file.wrap(key);
        hasWrapped.resolve();
        await mayGoOn.promise;
        return wrapped;
      },
    },
  });
  const address = addressOf();
  const sealing = slow.seal(address, "x").catch((error: unknown) => error);
  await hasWrapped.promise;
  await rotateKeyFile(keys.keyFile);
  const options = { pool: keys.pool, keyProvider: await fileKeyProvider(keys.keyFile) };
  await rewrap(options);
  mayGoOn.resolve();
  expect(await sealing).toMatchObject({ code: "23000" });
  expect(await rewrap(options)).toBe(0);
  expect(await slow.open(address, await slow.seal(address, "x"))).toBe("x");
});

test("rotations of a key file at once lose no key", async () => {
  const path = `${keys.keyFile}.many`;
  await createKeyFile(path);
  await Promise.all(Array.from({ length: 6 }, () => rotateKeyFile(path)));
  const { former } = await (await fileKeyProvider(path)).keyIds();
  expect(former).toHaveLength(6);
  await writeFile(`${path}.next`, "");
  await expect(rotateKeyFile(path)).rejects.toThrow(`delete ${path}.next`);
});

test("rotations of a person's key at once are a generation each, also where there was none before", async () => {
  const vaults = await Promise.all([1, 2, 3, 4].map(() => keys.vault()));
  const { subjectId } = addressOf();
  await Promise.all(vaults.map((vault) => vault.rotateKey(subjectId)));
  const { rows } = await keys.pool.query(
    "SELECT generation FROM subject_key WHERE subject_id = $1 ORDER BY generation",
    [subjectId],
  );
  expect(rows.map(({ generation }) => generation)).toEqual([1, 2, 3, 4]);
});
