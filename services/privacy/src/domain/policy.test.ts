import { newId } from "@tidbok/domain";
import { expect, test } from "vitest";
import { differences, wordsOf, type Policy } from "./policy.ts";

const published: Policy = {
  id: newId(),
  version: "1.0",
  effectiveAt: 1_800_000_000_000,
  publishedAt: 1_800_000_000_000,
  isMaterial: true,
  hash: "aa",
  texts: [
    { locale: "en", title: "Privacy policy", text: "What we learn." },
    { locale: "sv", title: "Integritetspolicy", text: "Vad vi får veta." },
  ],
};

test("what is written as it was published has no differences", () => {
  expect(differences(published, published)).toEqual([]);
});

test.each([
  [{ hash: "bb" }, ["hash"]],
  [{ effectiveAt: 1 }, ["effectiveAt"]],
  [{ isMaterial: false }, ["isMaterial"]],
  [{ texts: published.texts.slice(0, 1) }, ["text (sv)"]],
  [
    { texts: [{ locale: "en", title: "Other", text: "What we learn." } as const] },
    ["text (en)", "text (sv)"],
  ],
])("every change of a published version is named: %j", (change, names) => {
  expect(differences({ ...published, ...change }, published)).toEqual(names);
});

test("a reader gets their language, and English where there is none", () => {
  expect(wordsOf(published, "sv").title).toBe("Integritetspolicy");
  expect(wordsOf(published, "de").title).toBe("Privacy policy");
  expect(wordsOf(published, null).title).toBe("Privacy policy");
});
