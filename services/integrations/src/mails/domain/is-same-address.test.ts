import { expect, test } from "vitest";
import { isSameAddress } from "./is-same-address.ts";

test.each([
  ["anna@example.com", "anna@EXAMPLE.com"],
  ["Anna@example.com", "anna@example.com"],
  ["anna@exämple.com", "anna@xn--exmple-cua.com"],
  ["anna@EXÄMPLE.com", "anna@XN--exmple-cua.com"],
  ["b&b@example.com", "b&b@Example.com"],
])("%s and %s are one person", (one, other) => {
  expect(isSameAddress(one, other)).toBe(true);
});

test.each([
  ["anna@example.com", "anna@example.org"],
  ["anna@example.com", "anna+1@example.com"],
  ["not an address", "neither"],
])("%s and %s are two", (one, other) => {
  expect(isSameAddress(one, other)).toBe(false);
});
