import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import { createCursors } from "./create-cursors.ts";

const cursors = createCursors("a secret");

test("a cursor leads back to its place", () => {
  expect(cursors.decode(cursors.encode([1_700_000_000_000, "id"]))).toEqual([
    1_700_000_000_000,
    "id",
  ]);
  expect(cursors.decode(null)).toBeNull();
});

test.each([
  ["", "nothing"],
  ["AAAA", "too little"],
  [Buffer.from(`0123456789abcdef["x"]`).toString("base64url"), "a place without our mark"],
  [createCursors("another secret").encode(["id"]), "another installation's"],
])("a forged cursor is refused: %s (%s)", (cursor) => {
  expect(() => cursors.decode(cursor)).toThrow(InvalidInput);
});
