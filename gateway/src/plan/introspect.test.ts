import { buildSchema, getOperationAST, parse } from "graphql";
import { expect, test } from "vitest";
import { introspect } from "./introspect.ts";

const schema = buildSchema("type Query { policy: Policy! } type Policy { version: String! }");

function ask(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  return JSON.parse(JSON.stringify(introspect({ schema, document, operation, variables })));
}

test("what is asked of the schema is answered from the caller's own, and nothing else is answered", () => {
  expect(ask('{ policy { version } __type(name: "Policy") { fields { name } } }')).toEqual({
    __type: { fields: [{ name: "version" }] },
  });
  expect(ask("{ policy { version } }")).toEqual({});
});

test("it is found in fragments, under aliases, with variables and conditions", () => {
  const text = `query ($name: String!, $no: Boolean!) { ...Root ... @include(if: $no) { b: __schema { queryType { name } } } }
    fragment Root on Query { policy { version } ... { a: __type(name: $name) { ...Names } } }
    fragment Names on __Type { name }`;
  expect(ask(text, { name: "Policy", no: false })).toEqual({ a: { name: "Policy" } });
});
