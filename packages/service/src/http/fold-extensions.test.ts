import { parse, print } from "graphql";
import { expect, test } from "vitest";
import { foldExtensions } from "./fold-extensions.ts";

const folded = (sdl: string) => print(parse(foldExtensions(sdl)));

test("an extension stands in the type that it extends, after the type's own fields", () => {
  const sdl = 'type A @key(fields: "id") { id: ID! } extend type A { "What it says." b: Int }';
  expect(folded(sdl)).toBe(
    print(parse('type A @key(fields: "id") { id: ID! "What it says." b: Int }')),
  );
});

test("extensions of a root type that is defined nowhere are the type", () => {
  const sdl = "extend type Query { a: Int } scalar B extend type Query { b: B }";
  expect(folded(sdl)).toBe(print(parse("scalar B type Query { a: Int b: B }")));
});

test("an extension of a type that is not there is refused", () => {
  expect(() => foldExtensions("extend type A { b: Int }")).toThrow(/extends a type that is not/);
});

test("a field that is defined twice is refused", () => {
  const sdl = "type Query { a: Int } extend type Query { a: Int }";
  expect(() => foldExtensions(sdl)).toThrow("Query.a is defined twice.");
});

test("directives of the schema and of extensions are kept", () => {
  const sdl = 'extend schema @link(url: "x") type A { b: Int } extend type A @c { d: Int }';
  expect(folded(sdl)).toBe(
    print(parse('extend schema @link(url: "x") type A @c { b: Int d: Int }')),
  );
});
