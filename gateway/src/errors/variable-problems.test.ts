import { InvalidInput } from "@tidbok/domain";
import { buildSchema, getOperationAST, isScalarType, parse } from "graphql";
import { expect, test } from "vitest";
import { variableProblems } from "./variable-problems.ts";

const schema = buildSchema(`
  scalar DateTime
  input Person { name: String!, age: Int }
  input Booking { startAt: DateTime!, person: Person!, tags: [Person!] }
  type Query { book(input: Booking!): Int, from(instant: DateTime!): Int, know(person: Person!): Int }
`);
const dateTime = schema.getType("DateTime");
if (!isScalarType(dateTime)) throw new Error("no scalar");
dateTime.parseValue = () => {
  throw new InvalidInput([{ path: "", code: "WRONG_FORMAT", message: "must be an instant" }]);
};

const operation = getOperationAST(parse("query ($input: Booking!) { book(input: $input) }"))!;

test("every mistake is told at once, with its path and without its value", () => {
  const problems = variableProblems(
    { schema, operation },
    {
      input: { startAt: "anna@example.com", person: { age: "x", secret: 1 }, tags: [{ name: 3 }] },
    },
  );
  expect(problems).toEqual([
    { path: "startAt", code: "WRONG_FORMAT", message: "must be an instant" },
    { path: "person.name", code: "REQUIRED", message: "must be given" },
    { path: "person.age", code: "WRONG_TYPE", message: "must be a whole number" },
    { path: "person.secret", code: "UNKNOWN_FIELD", message: "is not a field of this input" },
    { path: "tags.0.name", code: "WRONG_TYPE", message: "must be text" },
  ]);
  expect(JSON.stringify(problems)).not.toContain("anna");
});

test("a variable that is missing is required", () => {
  expect(variableProblems({ schema, operation }, {})).toEqual([
    { path: "input", code: "REQUIRED", message: "must be given" },
  ]);
});

test("a variable that is wrong by itself is named", () => {
  const from = getOperationAST(parse("query ($instant: DateTime!) { from(instant: $instant) }"))!;
  expect(variableProblems({ schema, operation: from }, { instant: "soon" })).toEqual([
    { path: "instant", code: "WRONG_FORMAT", message: "must be an instant" },
  ]);
});

test("a path does not depend on what the client calls its variables", () => {
  const named = getOperationAST(
    parse(
      "query ($i: Booking!, $t: DateTime!, $p: Person!) { book(input: $i) from(instant: $t) know(person: $p) }",
    ),
  )!;
  const problems = variableProblems(
    { schema, operation: named },
    {
      i: { startAt: "x", person: { name: "A", secret: 1 }, unknown: 1 },
      t: "soon",
      p: { age: 1 },
    },
  );
  expect(problems.map(({ path }) => path)).toEqual([
    "startAt",
    "person.secret",
    "unknown",
    "instant",
    "person.name",
  ]);
});
