import { newId } from "@tidbok/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Place } from "../src/place.ts";
import { keysDatabase } from "./support/keys-database.ts";

let keys: Awaited<ReturnType<typeof keysDatabase>>;

beforeAll(async () => {
  keys = await keysDatabase();
});
afterAll(() => keys.drop());

const placeOf = (subjectId: string = newId()): Place => ({
  subjectId,
  table: "attendee",
  column: "email",
  row: newId(),
});
const invalid = { code: "CIPHERTEXT_INVALID" };

test("any text comes back as it was", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
      expect(await vault.open(place, await vault.seal(place, text))).toBe(text);
    }),
  );
  expect(await vault.open(place, await vault.seal(place, "\uFEFFmark"))).toBe("\uFEFFmark");
  // What has no UTF-8 is refused instead of changed.
  await expect(vault.seal(place, "\uD800")).rejects.toThrow(TypeError);
});

test("bytes that are moved to another person, table, column or row do not open", async () => {
  const vault = await keys.vault();
  const word = fc.constantFrom("a", "b", "ab", "", "a|b", '","');
  const people = [newId(), newId()];
  for (const id of people) await vault.seal(placeOf(id), "so that both have a key");
  const place = fc.record({
    subjectId: fc.constantFrom(...people),
    table: word,
    column: word,
    row: word,
  });
  await fc.assert(
    fc.asyncProperty(place, place, async (from, to) => {
      fc.pre(JSON.stringify(from) !== JSON.stringify(to));
      const bytes = await vault.seal(from, "secret");
      await expect(vault.open(to, bytes)).rejects.toMatchObject(invalid);
    }),
    { numRuns: 200 },
  );
});

test("bytes of which any one is changed do not open, nor does what never was sealed", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  const bytes = await vault.seal(place, "secret");
  for (let index = 0; index < bytes.length; index++) {
    const changed = Uint8Array.from(bytes);
    changed[index]! ^= 1;
    await expect(vault.open(place, changed)).rejects.toMatchObject(invalid);
  }
  for (const length of [0, 1, 5, 20, 33, bytes.length - 1]) {
    await expect(vault.open(place, bytes.subarray(0, length))).rejects.toMatchObject(invalid);
  }
  await expect(vault.open(placeOf(), bytes)).rejects.toMatchObject(invalid);
});

test("the same text sealed twice looks different, and the text is not in the bytes", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  const [one, two] = await vault.sealMany([
    { place, text: "Astrid Lind" },
    { place, text: "Astrid Lind" },
  ]);
  expect(Buffer.from(one!).equals(two!)).toBe(false);
  expect(Buffer.from(one!).includes("Astrid")).toBe(false);
});

test("two who seal for one new person at once use the same key", async () => {
  const vaults = await Promise.all(Array.from({ length: 8 }, () => keys.vault()));
  for (let round = 0; round < 10; round++) {
    const place = placeOf();
    const sealed = await Promise.all(vaults.map((vault) => vault.seal(place, "x")));
    const fresh = await keys.vault();
    const opened = await fresh.openMany(sealed.map((bytes) => ({ place, bytes })));
    expect(new Set(opened)).toEqual(new Set(["x"]));
  }
});

test("many who seal for the same people in any order neither deadlock nor differ", async () => {
  const people = Array.from({ length: 30 }, () => placeOf());
  const vaults = await Promise.all(Array.from({ length: 6 }, () => keys.vault()));
  await Promise.all(
    vaults.map((vault, index) => {
      const texts = people.map((place) => ({ place, text: String(index) }));
      return vault.sealMany(index % 2 ? texts : texts.toReversed());
    }),
  );
});

test("many texts of many people take one query to open, and none the next time", async () => {
  const vault = await keys.vault();
  const texts = Array.from({ length: 50 }, (_, index) => ({ place: placeOf(), text: `${index}` }));
  const sealed = await vault.sealMany(texts);
  const letters = texts.map(({ place }, index) => ({ place, bytes: sealed[index]! }));
  const fresh = await keys.vault();
  let opened: readonly (string | null)[] = [];
  const open = async () => (opened = await fresh.openMany(letters));
  expect(await keys.queriesOf(open)).toBe(1);
  expect(opened).toEqual(texts.map(({ text }) => text));
  expect(await keys.queriesOf(open)).toBe(0);
  expect(await keys.queriesOf(() => fresh.openMany([]))).toBe(0);
});

test("a person's id may be written in either case", async () => {
  const vault = await keys.vault();
  const place = placeOf();
  const bytes = await vault.seal({ ...place, subjectId: place.subjectId.toUpperCase() }, "x");
  expect(await vault.open(place, bytes)).toBe("x");
});
