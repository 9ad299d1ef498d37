import { expect, test } from "vitest";
import { preferredLocale } from "./preferred-locale.ts";

test.each([
  ["sv", "sv"],
  ["sv-FI,sv;q=0.9,en;q=0.5", "sv"],
  ["en-GB,en;q=0.9,sv;q=0.8", "en"],
  ["en;q=0.5, sv", "sv"],
  ["de-DE,de;q=0.9,sv;q=0.8,en;q=0.7", "sv"],
  ["nb-NO,nb;q=0.9,en;q=0.8", "sv"],
  ["fr,de", "en"],
  ["sv;q=0, en", "en"],
  ["svx", "en"],
  ["*", "en"],
  ["", "en"],
  ["sv;q=x;;,,", "sv"],
])("a browser that asks for %j is answered in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
