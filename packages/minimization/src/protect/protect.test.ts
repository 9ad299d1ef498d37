import { buildSubgraphSchema } from "@apollo/subgraph";
import type { Caller } from "@tidbok/domain";
import { GraphQLObjectType, GraphQLSchema, GraphQLString, graphql, parse } from "graphql";
import { describe, expect, test } from "vitest";
import type { Relation } from "../decide/audience.ts";
import { unencumbered } from "../decide/decide.ts";
import { subgraphSdl } from "../schema/directives.ts";
import { account, agent, visitor } from "../../test/support/example-callers.ts";
import { header } from "../../test/support/example-subgraphs.ts";
import { protect } from "./protect.ts";
import type { Protection } from "./protect.ts";
import type { Withheld } from "../decide/withheld.ts";

const sdl = `${header()}
type Query @nonPersonal(reason: "ways in") { attendees: [Attendee] }
type Attendee @key(fields: "id") @subject(kind: ATTENDEE, id: "id") {
  id: ID! @nonPersonal(reason: "a random id")
  name: String @personalData(category: ATTENDEE_NAME)
  email: String @personalData(category: ATTENDEE_EMAIL)
  otherEmails: [String] @personalData(category: ATTENDEE_EMAIL)
}`;

type Row = {
  id: string;
  to: Relation;
  name?: string | null;
  email?: unknown;
  otherEmails?: unknown;
};
type Context = { caller: Caller; withheld: Withheld[]; asked: string[]; resolved: string[] };

const relationToRow = (_caller: Caller, row: Row, context: Context): Relation => {
  context.asked.push(row.id);
  return row.to;
};

function schemaFor(
  rows: readonly Row[],
  protection: Partial<Protection<Context>> = {},
): GraphQLSchema {
  const schema = buildSubgraphSchema({
    typeDefs: parse(subgraphSdl(sdl)),
    resolvers: {
      Query: { attendees: () => rows },
      Attendee: {
        name: (row: Row, _args: unknown, context: unknown) => {
          (context as Context).resolved.push(row.id);
          return row.name;
        },
        __resolveReference: ({ id }: { id: string }) => rows.find((row) => row.id === id),
      },
    },
  });
  return protect<Context>(schema, {
    relation: { Attendee: relationToRow },
    callerOf: ({ caller }) => caller,
    withhold: ({ withheld }, each) => void withheld.push(each),
    ...protection,
  });
}

async function ask(schema: GraphQLSchema, source: string, caller: Caller = account) {
  const context: Context = { caller, withheld: [], asked: [], resolved: [] };
  const { data, errors } = await graphql({ schema, source, contextValue: context });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, ...context };
}

describe("a field of personal data", () => {
  const rows: Row[] = [
    { id: "1", to: "host", name: "Ada Lovelace", email: "ada@example.com" },
    { id: "2", to: "none", name: "Grace Hopper", email: null },
  ];

  test("is answered for the rows whose relation reveals it, and null for the others", async () => {
    const { data } = await ask(schemaFor(rows), `{ attendees { id name } }`);
    expect(data.attendees).toEqual([
      { id: "1", name: "Ada Lovelace" },
      { id: "2", name: null },
    ]);
  });

  test("is not even resolved where it is hidden", async () => {
    const { resolved } = await ask(schemaFor(rows), `{ attendees { name } }`);
    expect(resolved).toEqual(["1"]);
  });

  test("is withheld in the same words whether there is a value or not", async () => {
    const none = (row: Row) => ({ ...row, to: "none" as const });
    const { withheld } = await ask(schemaFor(rows.map(none)), `{ attendees { email } }`);
    expect(withheld).toHaveLength(2);
    expect(withheld[0]).toEqual(withheld[1]);
    expect(withheld[0]).toEqual({
      coordinate: "Attendee.email",
      action: "hide",
      reason: "NOT_FOR_AUDIENCE",
      remedy: null,
      remedyCode: null,
      remedyParameters: null,
    });
  });

  test("is decided once for a row and a category, and anew for the next request", async () => {
    const schema = schemaFor(rows);
    const query = `{ attendees { email otherEmails again: email name } }`;
    expect((await ask(schema, query)).asked).toEqual(["1", "1", "2", "2"]);
    expect((await ask(schema, query, visitor)).data.attendees[0]).toMatchObject({
      email: null,
      name: null,
    });
  });

  test("is protected for a gateway that asks for entities", async () => {
    const query = `{ _entities(representations: [{ __typename: "Attendee", id: "1" }, { __typename: "Attendee", id: "2" }]) { ... on Attendee { name } } }`;
    const { data } = await ask(schemaFor(rows), query);
    expect(data._entities).toEqual([{ name: "Ada Lovelace" }, { name: null }]);
  });
});

describe("a masked field", () => {
  const masked = (row: Partial<Row>) =>
    ask(
      schemaFor([{ id: "1", to: "self", ...row }]),
      `{ attendees { name email otherEmails } }`,
      agent,
    );

  test("is masked as text, in lists, and behind promises", async () => {
    const { data, withheld } = await masked({
      name: "Ada Lovelace",
      email: Promise.resolve("ada@example.com"),
      otherEmails: Promise.resolve(["ada@example.org", Promise.resolve("a@b.se"), null]),
    });
    expect(data.attendees).toEqual([
      { name: "A. L.", email: "a•••@•••.com", otherEmails: ["a•••@•••.org", "a•••@•••.se", null] },
    ]);
    expect(withheld.map(({ action }) => action)).toEqual(["mask", "mask", "mask"]);
  });

  test("is reported as masked when there is no value, and stays null", async () => {
    const { data, withheld } = await masked({});
    expect(data.attendees).toEqual([{ name: null, email: null, otherEmails: null }]);
    expect(withheld).toHaveLength(3);
  });

  test("of something that is no text is null", async () => {
    expect((await masked({ email: 42 })).data.attendees[0].email).toBe(null);
  });
});

describe("the relation", () => {
  const rows: Row[] = [{ id: "1", to: "host", email: "ada@example.com" }];

  test("may be a promise, and is asked for once by fields that wait for it together", async () => {
    let asked = 0;
    const schema = schemaFor(rows, {
      relation: { Attendee: async (): Promise<Relation> => ((asked += 1), "host") },
    });
    const { data } = await ask(schema, `{ attendees { email otherEmails } }`);
    expect(data.attendees).toEqual([{ email: "ada@example.com", otherEmails: null }]);
    expect(asked).toBe(1);
  });

  test("that cannot be told shows nothing", async () => {
    const schema = schemaFor(rows, {
      relation: { Attendee: () => Promise.reject(new Error("no database")) },
    });
    const { data, errors } = await ask(schema, `{ attendees { email } }`);
    expect(data.attendees).toEqual([{ email: null }]);
    expect(errors?.[0]?.message).toBe("no database");
  });

  test("is joined by what the person has asked for, where that is known", async () => {
    const schema = schemaFor(rows, {
      subjectState: { Attendee: async () => ({ ...unencumbered, isRestricted: true }) },
    });
    const { data, withheld } = await ask(schema, `{ attendees { email } }`);
    expect(data.attendees).toEqual([{ email: null }]);
    // That somebody restricted their data is nobody else's business.
    expect(withheld[0]?.reason).toBe("NOT_FOR_AUDIENCE");
  });
});

describe("a service does not start", () => {
  const start = (text: string, relation: Protection<Context>["relation"]) => () =>
    protect<Context>(buildSubgraphSchema(parse(subgraphSdl(text))), {
      relation,
      callerOf: ({ caller }) => caller,
      withhold: () => {},
    });

  test("when a type with personal data has no relation function", () => {
    expect(start(sdl, {})).toThrow(
      "Attendee.name is ATTENDEE_NAME: Attendee needs a relation function.",
    );
  });

  test("when a field is unclassified", () => {
    const bare = sdl.replace(' @nonPersonal(reason: "a random id")', "");
    expect(start(bare, { Attendee: () => "none" })).toThrow("Attendee.id is not classified.");
  });

  test("when its schema was not made of SDL, which alone says what is what", () => {
    const Query = new GraphQLObjectType({
      name: "Query",
      fields: { email: { type: GraphQLString } },
    });
    const protection = { relation: {}, callerOf: () => visitor, withhold: () => {} };
    expect(() => protect(new GraphQLSchema({ query: Query }), protection)).toThrow(
      "Query.email is not classified.",
    );
  });

  test("when a root field is classified and the root has no relation function; with one, its row is null", async () => {
    const root = sdl.replace(
      "attendees: [Attendee]",
      "motto: String @personalData(category: HOST_NAME) attendees: [Attendee]",
    );
    expect(start(root, { Attendee: () => "none" })).toThrow("Query needs a relation function.");
    const rows: unknown[] = [];
    const schema = start(root, {
      Attendee: () => "none",
      Query: (_caller, row) => (rows.push(row), "none"),
    })();
    await ask(schema, `{ motto }`);
    expect(rows).toEqual([undefined]);
  });
});
