import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { blindIndex } from "./blind-index.ts";

const key = randomBytes(32);
const indexOf = (value: string, purpose = "email") =>
  Buffer.from(blindIndex(key, { purpose, value })).toString("hex");

test("a value is found whatever its case, width and composition", () => {
  expect(indexOf("Åsa@Example.SE")).toBe(indexOf("åsa@example.se"));
  expect(indexOf("A\u030Asa@example.se")).toBe(indexOf("åsa@example.se"));
  expect(indexOf("ａｓａ@example.se")).toBe(indexOf("asa@example.se"));
});

test("other values, purposes and keys give other fingerprints", () => {
  expect(indexOf("a@example.se")).not.toBe(indexOf("b@example.se"));
  expect(indexOf("a@example.se", "email")).not.toBe(indexOf("a@example.se", "phone"));
  // The border between purpose and value counts.
  expect(indexOf("b", "a")).not.toBe(indexOf("", "ab"));
  const other = blindIndex(randomBytes(32), { purpose: "email", value: "a@example.se" });
  expect(Buffer.from(other).toString("hex")).not.toBe(indexOf("a@example.se"));
});

test("it has 32 bytes and does not depend on how often a text is normalized", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      expect(indexOf(value)).toHaveLength(64);
      expect(indexOf(value.normalize("NFKC").toLowerCase())).toBe(indexOf(value));
    }),
  );
});
