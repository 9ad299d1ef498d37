import { createHash } from "node:crypto";
import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import type { GraphQLDataSource } from "@apollo/gateway";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { Caller } from "@tidbok/domain";
import { parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { account, agent, visitor } from "../../test/support/example-callers.ts";
import { apiSchemaOf } from "../../test/support/example-schema.ts";
import { exampleSubgraphs } from "../../test/support/example-subgraphs.ts";
import { composeSupergraph } from "./compose-supergraph.ts";
import { subgraphSdl } from "../schema/directives.ts";
import { minimize } from "../operation/minimize.ts";
import { protect } from "../protect/protect.ts";
import { openSupergraph } from "./rules.ts";

// The whole way, with the vendor's real gateway: pruned, planned, protected by row, restored.
const { rules, supergraphSdl } = openSupergraph(composeSupergraph(exampleSubgraphs).supergraphSdl);
const schema = await apiSchemaOf(supergraphSdl);

const alan = {
  __typename: "Account",
  id: "4",
  displayName: "Alan",
  name: "Alan Turing",
  email: "alan@example.com",
};
const ada = {
  __typename: "Attendee",
  id: "1",
  name: "Ada Lovelace",
  email: "ada@example.com",
  answers: ["yes"],
};
const booking = {
  id: "5",
  startAt: "now",
  host: { id: "4" },
  attendees: [ada],
  tables: [[ada]],
  parties: [ada, alan],
};
const resolvers = {
  identity: { Account: { __resolveReference: () => alan } },
  scheduling: {
    Query: { booking: () => booking },
    Party: { __resolveType: (row: { __typename: string }) => row.__typename },
  },
};

const sent: string[] = [];
const gateway = new ApolloGateway({
  supergraphSdl,
  buildService: ({ name }) => sourceOf(name as "identity" | "scheduling"),
});

function sourceOf(name: keyof typeof resolvers): GraphQLDataSource {
  const sdl = exampleSubgraphs.find((each) => each.name === name)?.sdl ?? "";
  const isHost = (caller: Caller) => (caller.kind === "account" ? "host" : "self");
  const local = new LocalGraphQLDataSource(
    protect(
      buildSubgraphSchema({
        typeDefs: parse(subgraphSdl(sdl)),
        resolvers: resolvers[name] as never,
      }),
      {
        relation: { Account: isHost, Attendee: isHost },
        callerOf: ({ caller }: { caller: Caller }) => caller,
        withhold: () => {},
      },
    ),
  );
  return {
    process: (options) => {
      sent.push(options.request.query ?? "");
      return local.process(options);
    },
  };
}

const { executor } = await gateway.load();
beforeAll(() => void sent.splice(0));
afterAll(() => gateway.stop());

async function ask(query: string, caller: Caller) {
  const document = parse(query);
  const minimized = minimize({ rules, schema, document, caller });
  const hash = createHash("sha256").update(query).update(minimized.decisionsKey).digest("hex");
  const response = await executor({
    document: minimized.document,
    queryHash: hash,
    request: { query },
    context: { caller },
    schema,
  } as never);
  expect(response.errors).toBe(undefined);
  return JSON.parse(JSON.stringify(minimized.restore(response.data ?? null)));
}

const everything = `{ booking(id: 5) {
  parties { ... on Attendee { email name } ... on Account { mail: email } }
  tables { name } host { displayName email } startAt } }`;

test("a visitor, a host and an agent ask the same, one after the other, and each learns only their part", async () => {
  const forVisitor = { email: null, name: null };
  expect(await ask(everything, visitor)).toEqual({
    booking: {
      parties: [forVisitor, { mail: null }],
      tables: [[{ name: null }]],
      host: { displayName: "Alan", email: null },
      startAt: "now",
    },
  });
  expect(sent.join()).not.toMatch(/email|\bname\b/u);

  expect(await ask(everything, account)).toMatchObject({
    booking: {
      parties: [{ email: "ada@example.com", name: "Ada Lovelace" }, { mail: null }],
      tables: [[{ name: "Ada Lovelace" }]],
    },
  });
  expect(await ask(everything, agent)).toMatchObject({
    booking: {
      parties: [{ email: "a•••@•••.com", name: "A. L." }, { mail: "a•••@•••.com" }],
      host: { displayName: "Alan", email: "a•••@•••.com" },
    },
  });
  expect(await ask(everything, visitor)).toMatchObject({
    booking: { parties: [forVisitor, { mail: null }] },
  });
});

test("an operation of which everything is hidden is answered in its shape", async () => {
  expect(
    await ask(
      `{ booking(id: 5) { host { email } parties { ... on Account { email } } } }`,
      visitor,
    ),
  ).toEqual({
    booking: { host: { email: null }, parties: [{}, { email: null }] },
  });
});
