import { expect, test } from "vitest";
import { comparableEmail } from "./comparable-email.ts";

test.each([
  ["anna@example.com", "anna@EXAMPLE.com"],
  ["Anna@example.com", "anna@example.com"],
  ["anna@exämple.com", "anna@xn--exmple-cua.com"],
  ["anna@EXÄMPLE.com", "anna@XN--exmple-cua.com"],
  ["b&b@example.com", "b&b@Example.com"],
  [" anna@example.com\u200B", "anna@example.com"],
  ["Room 4", "room 4 "],
])("%s and %s are one person", (one, other) => {
  expect(comparableEmail(one)).toBe(comparableEmail(other));
});

test.each([
  ["anna@example.com", "anna@example.org"],
  ["anna@example.com", "anna+1@example.com"],
  ["not an address", "neither"],
])("%s and %s are two", (one, other) => {
  expect(comparableEmail(one)).not.toBe(comparableEmail(other));
});
