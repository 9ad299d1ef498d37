import { chmod, readFile, stat, writeFile } from "node:fs/promises";
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

test("after a person's key is rotated, what was sealed before and after opens, here and elsewhere", async () => {
  const [here, there] = [await keys.vault(), await keys.vault()];
  const address = addressOf();
  const before = await there.seal(address, "before");
  await here.rotateKey(address.subjectId);
  const after = await here.seal(address, "after");
  expect(Buffer.from(before.subarray(1, 5)).readUInt32BE()).toBe(1);
  expect(Buffer.from(after.subarray(1, 5)).readUInt32BE()).toBe(2);
  const letters = [before, after].map((bytes) => ({ address, bytes }));
  // The other process remembers only the former key, and looks again.
  expect(await there.openMany(letters)).toEqual(["before", "after"]);
  expect(await here.openMany(letters)).toEqual(["before", "after"]);
});

test("a person may get a second key before the first was needed", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  await vault.rotateKey(address.subjectId);
  expect(await vault.open(address, await vault.seal(address, "x"))).toBe("x");
});

test("the key-encryption key is changed without touching what is sealed, and the former one may go", async () => {
  const former = await keys.vault();
  const addresses = Array.from({ length: 450 }, () => addressOf());
  const sealed = await former.sealMany(
    addresses.map((address) => ({ address, text: address.row })),
  );
  const erased = addressOf();
  await former.destroyKey(erased.subjectId);

  await rotateKeyFile(keys.keyFile);
  const keyProvider = await fileKeyProvider(keys.keyFile);
  const options = { pool: keys.pool, keyProvider };
  expect(await rewrap(options)).toBeGreaterThanOrEqual(450);
  expect(await rewrap(options)).toBe(0);

  const ring = JSON.parse(await readFile(keys.keyFile, "utf8"));
  ring.keys = { [ring.current]: ring.keys[ring.current] };
  await writeFile(keys.keyFile, JSON.stringify(ring));
  const fresh = await keys.vault();
  const letters = addresses.map((address, index) => ({ address, bytes: sealed[index]! }));
  expect(await fresh.openMany(letters)).toEqual(addresses.map(({ row }) => row));
  await expect(fresh.seal(erased, "x")).rejects.toMatchObject({ code: "SUBJECT_ERASED" });
});

test("a wrapped key that is moved to another person does not unwrap", async () => {
  const vault = await keys.vault();
  const [one, two] = [addressOf(), addressOf()];
  const bytes = await vault.seal(one, "x");
  await vault.seal(two, "y");
  await keys.pool.query(
    `UPDATE subject_key SET wrapped = (SELECT wrapped FROM subject_key WHERE subject_id = $2)
     WHERE subject_id = $1`,
    [two.subjectId, one.subjectId],
  );
  const fresh = await keys.vault();
  const moved = { address: { ...one, subjectId: two.subjectId }, bytes };
  await expect(fresh.openMany([moved])).rejects.toMatchObject({ code: "CIPHERTEXT_INVALID" });
});

test("a key file is made once, is its owner's only, and refused when others may read it or it is not whole", async () => {
  const path = `${keys.keyFile}.other`;
  await createKeyFile(path);
  const text = await readFile(path, "utf8");
  await createKeyFile(path);
  expect(await readFile(path, "utf8")).toBe(text);
  expect((await stat(path)).mode & 0o777).toBe(0o600);

  await chmod(path, 0o640);
  await expect(fileKeyProvider(path)).rejects.toThrow("chmod 600");
  await chmod(path, 0o600);
  for (const broken of [
    "",
    "{}",
    '{"current":"a","keys":{}}',
    '{"current":"a","keys":{"a":"YQ=="}}',
  ]) {
    await writeFile(path, broken);
    await expect(fileKeyProvider(path)).rejects.toThrow("is not");
  }
});
