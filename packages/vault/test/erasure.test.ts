import { newId } from "@tidbok/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keysDatabase } from "./support/keys-database.ts";

let keys: Awaited<ReturnType<typeof keysDatabase>>;

beforeAll(async () => {
  keys = await keysDatabase();
});
afterAll(() => keys.drop());

const placeOf = (subjectId: string = newId()) => ({
  subjectId,
  table: "attendee",
  column: "name",
  row: newId(),
});
const erased = { code: "SUBJECT_ERASED" };

test("what a person's destroyed key sealed is null, and nothing is sealed for them again", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  const other = placeOf();
  const bytes = await vault.seal(place, "x");
  const others = await vault.seal(other, "y");
  await vault.destroyKey(place.subjectId);
  expect(await vault.open(place, bytes)).toBeNull();
  await expect(vault.seal(place, "x")).rejects.toMatchObject(erased);
  await expect(vault.rotateKey(place.subjectId)).rejects.toMatchObject(erased);
  const both = [
    { place, bytes },
    { place: other, bytes: others },
  ];
  expect(await vault.openMany(both)).toEqual([null, "y"]);
  await vault.destroyKey(place.subjectId);
});

test("a person who never had a key gets none once erased", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  await vault.destroyKey(place.subjectId);
  await expect(vault.seal(place, "x")).rejects.toMatchObject(erased);
});

test("another process stops opening when its memory of the key is over", async () => {
  const [here, there] = [await keys.vault(), await keys.vault({ cacheMilliseconds: 200 })];
  const place = placeOf();
  const bytes = await there.seal(place, "x");
  await here.destroyKey(place.subjectId);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await there.open(place, bytes)).toBeNull();
  await expect(there.seal(place, "x")).rejects.toMatchObject(erased);
});

test("nothing of the key is left in its row", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  await vault.seal(place, "x");
  await vault.destroyKey(place.subjectId);
  const { rows } = await keys.pool.query(
    "SELECT wrapped, kek_id, destroyed_at IS NOT NULL AS gone FROM subject_key WHERE subject_id = $1",
    [place.subjectId],
  );
  expect(rows).toEqual([{ wrapped: null, kek_id: null, gone: true }]);
});

test("the database itself refuses to bring a destroyed key back or to forget that it was destroyed", async () => {
  const vault = await keys.vault();
  const { subjectId } = placeOf();
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
    const { subjectId } = placeOf();
    await one.seal(placeOf(subjectId), "x");
    await Promise.allSettled([
      one.rotateKey(subjectId),
      two.destroyKey(subjectId),
      one.rotateKey(subjectId),
      two.seal(placeOf(subjectId), "y"),
    ]);
    const { rows } = await keys.pool.query(
      "SELECT count(*)::int AS left FROM subject_key WHERE subject_id = $1 AND wrapped IS NOT NULL",
      [subjectId],
    );
    expect(rows).toEqual([{ left: 0 }]);
  }
});
