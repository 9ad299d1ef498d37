import { expect, test } from "vitest";
import { nearestLocale } from "./nearest-locale.ts";

test.each([
  ["en", "en"],
  ["sv", "sv"],
  ["sv-SE", "sv"],
  ["sv_FI", "sv"],
  ["SV-se", "sv"],
  ["en-US", "en"],
  ["en-GB-oxendict", "en"],
  ["de", "en"],
  ["tlh", "en"],
  ["zh-Hant-TW", "en"],
  ["nb", "sv"],
  ["nn-NO", "sv"],
  ["da-DK", "sv"],
])("a browser in %s is answered in %s", (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});

test.each(["", "Swedish, please", "s", "../sv", "*", "sv-", "xx", "und"])(
  "%j is no language",
  (tag) => {
    expect(nearestLocale(tag)).toBeNull();
  },
);
