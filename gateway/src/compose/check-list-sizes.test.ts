import { expect, test } from "vitest";
import { checkListSizes } from "./check-list-sizes.ts";

test("a list of objects has a `first`, a connection around it, or a declared size", () => {
  const problems = checkListSizes(`
    directive @listSize(assumedSize: Int) on FIELD_DEFINITION
    type Query { days: [Day!]! sized: [Day!] @listSize(assumedSize: 31) paged(first: Int): DayConnection names: [String!] }
    type DayConnection { nodes: [Day!]! }
    type Day { hours: [[Hour!]!] date: String }
    type Hour { start: String }
  `);
  expect(problems.map(({ code, coordinate }) => `${code} ${coordinate}`)).toEqual([
    "LIST_SIZE_UNKNOWN Query.days",
    "LIST_SIZE_UNKNOWN Day.hours",
  ]);
});
