import { expect, test } from "vitest";
import { problemsWith } from "../shape/problems-with.ts";

test.each([
  ["docs/a.md", "# A\n\nSee [this](gone.md).", "docs/a.md:3: links to gone.md"],
  ["docs/a.md", "See [this](../gone/#part).", "docs/a.md:1: links to ../gone/"],
  ["gateway/src/a.ts", "// [decision 2](../docs/gone.md)", "gateway/src/a.ts:1: links to ../docs"],
])("finds a link of %s that leads nowhere: %s", (file, text, found) => {
  expect(problemsWith({ [file]: text })).toContainEqual(expect.stringContaining(found));
});

test("leaves out links that lead somewhere, addresses, and code", () => {
  const page = [
    "[a](decisions/0001-so.md#context) [b](../packages/events) [c](https://example.com/x)",
    "[d](#here) `[e](gone.md)`",
  ].join("\n");
  const code = "// [a](../../docs/a.md)\nexport const limit = list[0](given);\n";
  expect(problemsWith({ "docs/a.md": page, "gateway/src/limit.ts": code })).toEqual([]);
});
