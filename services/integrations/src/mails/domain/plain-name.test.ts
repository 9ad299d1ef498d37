import { expect, test } from "vitest";
import { plainName } from "./plain-name.ts";

test.each([
  "Anna",
  "Åsa Öberg",
  "J. R. R. Tolkien",
  "O’Neill-Smith",
  "李小龍",
  "Dr. No",
  "J.R.R. Tolkien",
])("%s is a name", (name) => expect(plainName(name)).toBe(name));

test.each([
  "Win at https://evil.example",
  "www.evil.example",
  "buy evil.example now",
  "Win at evil.example! now",
  "evil.example, for you",
  "bit.ly?x=1",
  "пример.рф тест",
  "evil․example",
  "evil。example",
  "１．evil．example",
  "1.2.3.4 now",
  "=?utf-8?b?ZXZpbC5leGFtcGxl?=",
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
