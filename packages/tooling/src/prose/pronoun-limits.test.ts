import { expect, test } from "vitest";
import { problemsWith } from "../shape/problems-with.ts";
import { passagesOf } from "./passages-of.ts";
import { countPronouns, sumCounts } from "./pronouns.ts";

function pronounsIn(file: string, text: string): number {
  return sumCounts(passagesOf(file, text).map(countPronouns)).pronouns;
}

test.each([
  ["a comment", "a.ts", "// Whoever asks, for nobody.\nconst a = 1;", 2],
  ["a doc comment", "a.ts", "/**\n * Who asks.\n */\nexport const a = 1;", 1],
  ["a comment before a closing brace", "a.ts", "function a() {\n  // Who asks.\n}", 1],
  ["a comment of a test", "a.test.ts", "// Who asks.\n", 1],
  ["a message", "a.ts", 'throw new Error("The host who asks is away.");', 1],
  ["a message with a name in it", "a.ts", "const a = `the ${b} of the host who asks`;", 1],
  ["a SQL comment", "a.sql", "-- Whose row it is.\nSELECT 1;", 1],
  ["a comment of a Prisma schema", "a.prisma", "/// Who pays.\nmodel A {}", 1],
  ["a description", "a.graphql", '"Whose."\ntype A {\n  "Who asked."\n  who: ID\n}', 2],
  ["a page", "docs/a.md", "# Who\nWhat is no address is nobody's.", 3],
])("counts %s", (_, file, text, count) => {
  expect(pronounsIn(file, text)).toBe(count);
});

test.each([
  ["code", "a.ts", 'const who = whose(nobody) ?? "none";'],
  ["code in a comment", "a.ts", '// Is `who`, or `"none"`.\nconst a = 1;'],
  ["a word that contains one", "a.ts", "// The whole is nonetheless noted.\nconst a = 1;"],
  ["a test's title", "a.test.ts", 'test("of two people who book, one gets it", () => {});'],
  ["a query", "a.ts", "const a = sql`select who from rows where none`;"],
  ["code of a page", "docs/a.md", "```sh\nwho --whom nobody\n```\n"],
])("leaves out %s", (_, file, text) => {
  expect(pronounsIn(file, text)).toBe(0);
});

test("a unit whose text is full of them is found", () => {
  const text = `# A package\n${"Whoever asks for nobody has none. ".repeat(50)}\n`;
  expect(problemsWith({ "packages/events/README.md": text })).toContainEqual(
    expect.stringMatching(/^packages\/events: has \d+\.\d pronouns per 1,000 words/),
  );
});

test("a policy that was published is left as it is", () => {
  const text = "Whoever asks for nobody has none. ".repeat(500);
  const found = problemsWith({ "services/privacy/policies/1/en.md": text });
  expect(found.join()).not.toMatch(/pronouns/);
});
