import { expect, test } from "vitest";
import { mergeResolvers } from "./merge-resolvers.ts";

test("subjects resolve fields of one type together", () => {
  const [a, b] = [() => 1, () => 2];
  expect(mergeResolvers([{ Query: { a } }, { Query: { b }, C: { b } }])).toEqual({
    Query: { a, b },
    C: { b },
  });
});

test("a field that two subjects resolve is refused", () => {
  const a = () => 1;
  expect(() => mergeResolvers([{ Query: { a } }, { Query: { a } }])).toThrow(
    "Query.a is resolved twice.",
  );
});
