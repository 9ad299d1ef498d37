import { expect, test } from "vitest";
import { line, place } from "./input.ts";

const invisible = [
  "\u200B",
  "\u200D\u200D",
  "\u2060",
  "\u00AD",
  "\u3164",
  "\uFE0F",
  "\u2800",
  "\u200E \u200F",
];

test.each(["", " ", "\u2066\u2069", ...invisible])("%j shows nothing and is empty", (text) => {
  for (const schema of [line(20), place(20)]) {
    const { error } = schema.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toEqual(["must not be empty"]);
  }
});

test.each(["Ada", "\u200FShira", "नि", "👩\u200D🚀", "❤\uFE0F", "-", "\u0301"])(
  "%j is a line",
  (text) => {
    expect(line(20).parse(text)).toBe(text);
  },
);
