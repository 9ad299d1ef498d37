import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { manageProblems as english } from "../src/public/manage/problems.en.ts";
import { manageProblems as swedish } from "../src/public/manage/problems.sv.ts";

const schema = readFileSync(new URL("../../client/schema.graphql", import.meta.url), "utf8");
const documents = readFileSync(
  new URL("../src/public/manage/change-booking.graphql", import.meta.url),
  "utf8",
);
const mutations = [...documents.matchAll(/^ {2}(\w+)\(input/gm)].map(([, name = ""]) => name);

test.each([...mutations, "bookMeeting"])(
  "check 60: each code that %s names has words in both languages",
  (mutation) => {
    const codes = codesOf(mutation);
    for (const code of codes) {
      expect([code, english[code], swedish[code]]).toEqual([
        code,
        expect.any(String),
        expect.any(String),
      ]);
    }
  },
);

test("check 60: both catalogues know the same codes", () => {
  expect(mutations.length).toBeGreaterThan(8);
  expect(Object.keys(swedish)).toEqual(Object.keys(english));
});

// Of booking those about slots alone: a move answers with them, too.
function codesOf(mutation: string): readonly string[] {
  const [before = ""] = schema.split(new RegExp(`^  ${mutation}\\(`, "m"));
  const description = before.split('"""').at(-2) ?? "";
  const named = description.match(/\b[A-Z]{2,}(_[A-Z]+)+\b/g) ?? [];
  return named.filter((code) => mutation !== "bookMeeting" || code.startsWith("SLOT_"));
}
