import { expect, test } from "vitest";
import { account, visitor } from "../../test/support/example-callers.ts";
import { summarizeWithheld, withheldBy } from "./withheld.ts";
import type { Withheld } from "./withheld.ts";

const masked: Withheld = {
  coordinate: "A.b",
  action: "mask",
  reason: "NOT_FOR_AUDIENCE",
  remedy: null,
  remedyCode: null,
  remedyParameters: null,
};
const hidden: Withheld = { ...masked, action: "hide" };
const other: Withheld = { ...masked, coordinate: "A.c" };

test("each coordinate is told once, with the strictest that happened to it", () => {
  expect(summarizeWithheld([masked, other, hidden, masked], account)).toEqual([hidden, other]);
});

test("an anonymous caller is told how many coordinates, and nothing of them", () => {
  expect(summarizeWithheld([masked, other, hidden], visitor)).toEqual({ count: 2 });
});

test("nothing withheld is nothing told", () => {
  expect(summarizeWithheld([], account)).toBe(null);
  expect(summarizeWithheld([], visitor)).toBe(null);
});

test.each(["ERASED", "RESTRICTED", "PROHIBITED", "OBJECTED"] as const)(
  "that a person is %s is told to nobody",
  (reason) => {
    expect(withheldBy("A.b", { action: "hide", mask: null, reason, remedy: null })).toEqual(hidden);
  },
);
