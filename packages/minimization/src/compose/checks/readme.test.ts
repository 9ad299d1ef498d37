import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the README has an example of each code, and of no other", () => {
  const checks = readdirSync(new URL(".", import.meta.url)).filter(
    (name) => !name.includes(".test."),
  );
  const codes = checks.flatMap((name) =>
    [...read(name).matchAll(/code: "([A-Z_]+)"/gu)].map(([, code]) => code),
  );
  const explained = [...read("../../../README.md").matchAll(/^\| ([A-Z_]+) +\|/gmu)].map(
    ([, code]) => code,
  );
  expect(new Set(explained)).toEqual(new Set(codes));
});
