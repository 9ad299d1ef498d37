import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const source = new URL("../src/", import.meta.url);
const sheets = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".css"));
const physical =
  /(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)[\w-]*|left|right|top|bottom|width|height|(min|max)-(width|height)|text-align:\s*(left|right)|float:\s*(left|right))\s*[:;]/;

test.each(sheets)("%s has logical properties only", (sheet) => {
  const declarations = readFileSync(new URL(sheet, source), "utf8")
    .replace(/\/\*[^]*?\*\//g, "")
    // Conditions of media queries are about the screen, which has no reading direction.
    .replace(/@(media|container)[^{]*/g, "");
  expect(physical.exec(declarations)?.[0]).toBeUndefined();
});

test.each(sheets.filter((name) => !name.endsWith("tokens.css")))(
  "%s takes its colours from the tokens",
  (sheet) => {
    expect(readFileSync(new URL(sheet, source), "utf8")).not.toMatch(
      /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/i,
    );
  },
);

test("a planted physical property is found", () => {
  expect("margin-left: 1px;").toMatch(physical);
  expect("min-width: 1px").toMatch(physical);
  expect("margin-inline: 1px; inline-size: 2px; inset-inline: 0").not.toMatch(physical);
});
