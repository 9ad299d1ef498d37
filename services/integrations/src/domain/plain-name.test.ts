import { expect, test } from "vitest";
import { plainName } from "./plain-name.ts";

test.each(["Anna", "Åsa Öberg", "J. R. R. Tolkien", "O’Neill-Smith", "李小龍", "Dr. No"])(
  "%s is a name",
  (name) => expect(plainName(name)).toBe(name),
);

test.each([
  "Win at https://evil.example",
  "www.evil.example",
  "buy evil.example now",
  "a@b",
  "<b>bold</b>",
  "x".repeat(81),
  "   ",
])("%s is not repeated to the address that somebody typed with it", (name) =>
  expect(plainName(name)).toBeNull(),
);

test("a name over several lines becomes one line", () => {
  expect(plainName("Anna\nBo")).toBe("Anna Bo");
});

test("no name is no name", () => {
  expect(plainName(null)).toBeNull();
});
