import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { pseudoWords } from "../src/words/pseudo-words.ts";

const source = new URL("../src/", import.meta.url);
const english = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".en.ts"));

// The types hold each catalogue to the English one; an empty text or a list that is too short has the right type.
test.each(english)("%s says the same things in Swedish", async (file) => {
  const [en, sv] = await Promise.all(
    [file, file.replace(".en.ts", ".sv.ts")].map((name) => import(new URL(name, source).href)),
  );
  expect(shapeOf(sv)).toEqual(shapeOf(en));
});

test("pseudo-languages change every text, those of functions and lists as well", () => {
  const words = { a: "cat", list: ["dog"], count: (n: number) => `${n} cats` };
  const long = pseudoWords(words, "en-XA");
  expect([long.a, long.list[0], long.count(2)]).toEqual(["cát ·", "dóg ·", "2 cáts · ·"]);
  expect(pseudoWords(words, "ar-XB").a).toBe("\u202ecat\u202c");
});

function shapeOf(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? "empty" : "text";
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, each]) => [key, shapeOf(each)]),
  );
}
