import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse } from "graphql";
import { expect, test } from "vitest";
import { lowerCaseIds } from "./lower-case-ids.ts";

const small = "0199a000-0000-7000-8000-00000000abcd";
const capital = small.toUpperCase();

const typeDefs = parse(`
  type Query { echo(id: ID, ids: [ID!], input: Input, text: String): String, one(input: Input): String }
  input Input { id: ID!, text: String, inner: [Input!] }
  type Room @key(fields: "id") { id: ID!, text: String, told: String }
`);
const echo = (_: unknown, args: unknown) => JSON.stringify(args);
const schema = lowerCaseIds(
  buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: { echo, one: echo },
      Room: {
        __resolveReference: (reference: object) => ({
          ...reference,
          told: JSON.stringify(reference),
        }),
      },
    },
  }),
);

async function answer(source: string, variableValues: Record<string, unknown>) {
  const { data, errors } = await graphql({ schema, source, variableValues });
  expect(errors).toBeUndefined();
  return data as Record<string, unknown>;
}

test("ids come in lower case however deep they lie, by a literal or a variable, and text stays as it is", async () => {
  const input = { id: capital, text: capital, inner: [{ id: capital }] };
  const { echo } = await answer(
    `query ($ids: [ID!], $input: Input) { echo(id: "${capital}", ids: $ids, input: $input, text: "${capital}") }`,
    { ids: [capital, small], input },
  );
  expect(JSON.parse(String(echo))).toEqual({
    id: small,
    ids: [small, small],
    input: { id: small, text: capital, inner: [{ id: small }] },
    text: capital,
  });
});

test("an id that is no UUID and one that is not given stay as they are", async () => {
  const { echo } = await answer(`query ($id: ID) { echo(id: $id, ids: ["Acme"]) }`, { id: null });
  expect(JSON.parse(String(echo))).toEqual({ id: null, ids: ["Acme"] });
});

test("the id of a reference comes in lower case", async () => {
  const representations = [{ __typename: "Room", id: capital, text: capital }];
  const { _entities } = await answer(
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Room { id told } } }",
    { representations },
  );
  expect(_entities).toEqual([
    { id: small, told: JSON.stringify({ __typename: "Room", id: small, text: capital }) },
  ]);
});
