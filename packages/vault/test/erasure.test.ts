import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileKeyProvider } from "../src/file-key-provider.ts";
import { keysDatabase } from "./support/keys-database.ts";

let keys: Awaited<ReturnType<typeof keysDatabase>>;

beforeAll(async () => {
  keys = await keysDatabase();
});
afterAll(() => keys.drop());

const addressOf = (subjectId: string = newId()) => ({
  subjectId,
  table: "attendee",
  column: "name",
  row: newId(),
});
const erased = { code: "SUBJECT_ERASED" };

test("what a person's destroyed key sealed is null, and nothing is sealed for them again", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  const other = addressOf();
  const bytes = await vault.seal(address, "x");
  const others = await vault.seal(other, "y");
  await vault.destroyKey(address.subjectId);
  expect(await vault.open(address, bytes)).toBeNull();
  await expect(vault.seal(address, "x")).rejects.toMatchObject(erased);
  await expect(vault.rotateKey(address.subjectId)).rejects.toMatchObject(erased);
  const both = [
    { address, bytes },
    { address: other, bytes: others },
  ];
  expect(await vault.openMany(both)).toEqual([null, "y"]);
  await vault.destroyKey(address.subjectId);
});

test("a person who never had a key gets none once erased", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  await vault.destroyKey(address.subjectId);
  await expect(vault.seal(address, "x")).rejects.toMatchObject(erased);
});

test("another process stops opening when its memory of the key is over", async () => {
  const [here, there] = [await keys.vault(), await keys.vault({ cacheMilliseconds: 200 })];
  const address = addressOf();
  const bytes = await there.seal(address, "x");
  await here.destroyKey(address.subjectId);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await there.open(address, bytes)).toBeNull();
  await expect(there.seal(address, "x")).rejects.toMatchObject(erased);
});

test("nothing of the key is left in its row", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  await vault.seal(address, "x");
  await vault.destroyKey(address.subjectId);
  const { rows } = await keys.pool.query(
    "SELECT wrapped, kek_id, destroyed_at IS NOT NULL AS gone FROM subject_key WHERE subject_id = $1",
    [address.subjectId],
  );
  expect(rows).toEqual([{ wrapped: null, kek_id: null, gone: true }]);
});

test("the database itself refuses to bring a destroyed key back or to forget that it was destroyed", async () => {
  const vault = await keys.vault();
  const { subjectId } = addressOf();
  await vault.destroyKey(subjectId);
  const revive = "UPDATE subject_key SET wrapped = '\\x00', kek_id = 'k', destroyed_at = NULL";
  for (const statement of [revive, "DELETE FROM subject_key"]) {
    const attempt = keys.pool.query(`${statement} WHERE subject_id = $1`, [subjectId]);
    await expect(attempt).rejects.toMatchObject({ code: "23000" });
  }
});

test("a rotation beside a destruction leaves no key behind", async () => {
  for (let round = 0; round < 20; round++) {
    const [one, two] = [await keys.vault(), await keys.vault()];
    const { subjectId } = addressOf();
    await one.seal(addressOf(subjectId), "x");
    await Promise.allSettled([
      one.rotateKey(subjectId),
      two.destroyKey(subjectId),
      one.rotateKey(subjectId),
      two.seal(addressOf(subjectId), "y"),
    ]);
    const { rows } = await keys.pool.query(
      "SELECT count(*)::int AS left FROM subject_key WHERE subject_id = $1 AND wrapped IS NOT NULL",
      [subjectId],
    );
    expect(rows).toEqual([{ left: 0 }]);
  }
});

test("a read that is under way while the key is destroyed does not bring it back", async () => {
  const file = await fileKeyProvider(keys.keyFile);
  const [hasRead, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = await keys.vault({
    keyProvider: {
      ...file,
      unwrap: async (key) => {
        hasRead.resolve();
        await mayGoOn.promise;
        return file.unwrap(key);
      },
    },
  });
  const address = addressOf();
  const bytes = await (await keys.vault()).seal(address, "x");
  const opening = slow.open(address, bytes);
  await hasRead.promise;
  await slow.destroyKey(address.subjectId);
  mayGoOn.resolve();
  expect(await opening).toBeNull();
  expect(await slow.open(address, bytes)).toBeNull();
  await expect(slow.seal(address, "x")).rejects.toMatchObject(erased);
});

test("a process that remembers a key seals nothing with it once another process has destroyed it", async () => {
  const [here, there] = [await keys.vault(), await keys.vault()];
  const address = addressOf();
  await there.seal(address, "x");
  await here.destroyKey(address.subjectId);
  await expect(there.seal(address, "x")).rejects.toMatchObject(erased);
});
