import { ApolloServer, HeaderMap } from "@apollo/server";
import { anonymous } from "@tidbok/domain";
import { buildSchema, GraphQLError, type GraphQLFieldResolver } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext, type GatewayContext } from "../context.ts";
import { publicError } from "../errors/public-error.ts";
import { codesWithTraits, traitsOfCode } from "../errors/traits-of-code.ts";
import { tellRetryAfter } from "../graph/tell-retry-after.ts";
import { tellStatus } from "./tell-status.ts";

// A service's error, as the federation library hands it on.
const refused = (extensions: object) => () => {
  throw new GraphQLError("refused", { extensions: { ...extensions, serviceName: "scheduling" } });
};
const schema = buildSchema(
  "type Query { fine: Int, busy: Int, away: Int!, taken: Int, forbidden: Int, scopes: Int, unknown: Int, broken: Int, refused(code: String!): Int }",
);
const resolve: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  fine: () => 1,
  refused: (_, { code }) => refused({ code })(),
  busy: refused({ code: "TOO_BUSY", retryAfterSeconds: 1 }),
  away: refused({ code: "SERVICE_UNAVAILABLE" }),
  taken: refused({ code: "SLOT_TAKEN" }),
  forbidden: refused({ code: "FORBIDDEN" }),
  unknown: refused({ code: "UNAUTHENTICATED" }),
  broken: () => {
    throw new Error("a slip");
  },
  scopes: refused({ code: "FORBIDDEN", scopes: ["bookings:read"] }),
};
for (const [name, field] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
  const resolver = resolve[name];
  if (resolver) field.resolve = resolver;
}
const server = new ApolloServer<GatewayContext>({
  schema,
  formatError: publicError,
  plugins: [tellRetryAfter, tellStatus],
  stopOnTerminationSignals: false,
});
beforeAll(() => server.start());
afterAll(() => server.stop());

async function send(query: string, headers: Readonly<Record<string, string>> = {}) {
  const map = new HeaderMap(Object.entries({ "content-type": "application/json", ...headers }));
  const body = { query };
  const { status = 200, headers: answered } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers: map, search: "", body },
    context: async () => createContext(anonymous, { requestId: "test" }),
  });
  return {
    status,
    retryAfter: answered.get("retry-after"),
    challenge: answered.get("www-authenticate"),
  };
}

test.each([
  ["{ fine }", 200],
  ["{ busy }", 503],
  ["{ away }", 503],
  ["{ away fine }", 503],
  ["{ busy fine }", 200],
  ["{ taken }", 200],
  ["{ forbidden }", 403],
  ["{ unknown }", 401],
  ["{ unknown fine }", 200],
  ["{ broken }", 500],
  ["{ scopes }", 403],
  ["{ nothing }", 400],
])("an answer to %s has the status %s", async (query, status) => {
  expect((await send(query)).status).toBe(status);
});

test("every code of the table has its status in an answer without data", async () => {
  for (const code of codesWithTraits.filter((each) => each !== "BAD_REQUEST")) {
    const expected = traitsOfCode(code).httpStatus;
    expect([code, (await send(`{ refused(code: "${code}") }`)).status]).toEqual([code, expected]);
    const alone = (await send(`{ refused(code: "${code}") }`, { accept: "application/json" }))
      .status;
    expect([code, alone]).toEqual([code, expected === 400 ? 200 : expected]);
  }
});

test("a 401 names the scheme by which to log in", async () => {
  expect((await send("{ unknown }")).challenge).toBe("Bearer");
  expect((await send("{ unknown }", { authorization: "DPoP x" })).challenge).toBe("DPoP");
  expect((await send("{ forbidden }")).challenge).toBeUndefined();
});

test("a busy service says when to come back, and a bound token is challenged in its own scheme", async () => {
  expect((await send("{ busy }")).retryAfter).toBe("1");
  const { challenge } = await send("{ scopes }", { authorization: "DPoP x" });
  expect(challenge).toBe('DPoP error="insufficient_scope", scope="bookings:read"');
});

test("a client that takes application/json alone gets 200 for its document, and no less for what it may not do", async () => {
  const headers = { accept: "application/json" };
  expect((await send("{ nothing }", headers)).status).toBe(200);
  expect((await send("{ scopes }", headers)).status).toBe(403);
  const both = { accept: "application/graphql-response+json, application/json;q=0.9" };
  expect((await send("{ nothing }", both)).status).toBe(400);
});
