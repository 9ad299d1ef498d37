import { newId } from "@tidbok/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Address } from "../src/address.ts";
import { keysDatabase } from "./support/keys-database.ts";

let keys: Awaited<ReturnType<typeof keysDatabase>>;

beforeAll(async () => {
  keys = await keysDatabase();
});
afterAll(() => keys.drop());

const addressOf = (subjectId: string = newId()): Address => ({
  subjectId,
  table: "attendee",
  column: "email",
  row: newId(),
});
const invalid = { code: "CIPHERTEXT_INVALID" };

test("any text comes back as it was", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
      expect(await vault.open(address, await vault.seal(address, text))).toBe(text);
    }),
  );
  expect(await vault.open(address, await vault.seal(address, "\uFEFFmark"))).toBe("\uFEFFmark");
  // What has no UTF-8 is refused instead of changed.
  await expect(vault.seal(address, "\uD800")).rejects.toThrow(TypeError);
});

test("bytes that are moved to another person, table, column or row do not open", async () => {
  const vault = await keys.vault();
  const word = fc.constantFrom("a", "b", "ab", "", "a|b", '","');
  const people = [newId(), newId()];
  for (const id of people) await vault.seal(addressOf(id), "so that both have a key");
  const address = fc.record({
    subjectId: fc.constantFrom(...people),
    table: word,
    column: word,
    row: word,
  });
  await fc.assert(
    fc.asyncProperty(address, address, async (from, to) => {
      fc.pre(JSON.stringify(from) !== JSON.stringify(to));
      const bytes = await vault.seal(from, "secret");
      await expect(vault.open(to, bytes)).rejects.toMatchObject(invalid);
    }),
    { numRuns: 200 },
  );
});

test("bytes of which any one is changed do not open, nor does what never was sealed", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  const bytes = await vault.seal(address, "secret");
  for (let index = 0; index < bytes.length; index++) {
    const changed = Uint8Array.from(bytes);
    changed[index]! ^= 1;
    await expect(vault.open(address, changed)).rejects.toMatchObject(invalid);
  }
  for (const length of [0, 1, 5, 20, 33, bytes.length - 1]) {
    await expect(vault.open(address, bytes.subarray(0, length))).rejects.toMatchObject(invalid);
  }
  await expect(vault.open(addressOf(), bytes)).rejects.toMatchObject(invalid);
});

test("the same text sealed twice looks different, and the text is not in the bytes", async () => {
  const vault = await keys.vault();
  const address = addressOf();
  const [one, two] = await vault.sealMany([
    { address, text: "Astrid Lind" },
    { address, text: "Astrid Lind" },
  ]);
  expect(Buffer.from(one!).equals(two!)).toBe(false);
  expect(Buffer.from(one!).includes("Astrid")).toBe(false);
});

test("two who seal for one new person at once use the same key", async () => {
  const vaults = await Promise.all(Array.from({ length: 8 }, () => keys.vault()));
  for (let round = 0; round < 10; round++) {
    const address = addressOf();
    const sealed = await Promise.all(vaults.map((vault) => vault.seal(address, "x")));
    const fresh = await keys.vault();
    const opened = await fresh.openMany(sealed.map((bytes) => ({ address, bytes })));
    expect(new Set(opened)).toEqual(new Set(["x"]));
  }
});

test("many who seal for the same people in any order neither deadlock nor differ", async () => {
  const people = Array.from({ length: 30 }, () => addressOf());
  const vaults = await Promise.all(Array.from({ length: 6 }, () => keys.vault()));
  await Promise.all(
    vaults.map((vault, index) => {
      const texts = people.map((address) => ({ address, text: String(index) }));
      return vault.sealMany(index % 2 ? texts : texts.toReversed());
    }),
  );
});

test("many texts of many people take one query to open, and none the next time", async () => {
  const vault = await keys.vault();
  const texts = Array.from({ length: 50 }, (_, index) => ({
    address: addressOf(),
    text: `${index}`,
  }));
  const sealed = await vault.sealMany(texts);
  const letters = texts.map(({ address }, index) => ({ address, bytes: sealed[index]! }));
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
  const address = addressOf();
  const bytes = await vault.seal({ ...address, subjectId: address.subjectId.toUpperCase() }, "x");
  expect(await vault.open(address, bytes)).toBe("x");
});
