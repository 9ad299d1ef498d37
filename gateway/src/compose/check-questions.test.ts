import { expect, test } from "vitest";
import { checkQuestions } from "./check-questions.ts";

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible"])
  type Query { sessionCaller(token: String!): ID @inaccessible }`;
const ask = (query: string) =>
  checkQuestions(
    new Map([["identity.SessionCaller", { service: "identity", name: "SessionCaller", query }]]),
    [{ name: "identity", sdl }],
  );

test("a question that fits its service's schema passes, also where the API leaves the field out", () => {
  expect(ask("query SessionCaller($token: String!) { sessionCaller(token: $token) }")).toEqual([]);
});

test("a question about a field that is gone, or with another argument, is refused by its file", () => {
  const problems = [ask("query SessionCaller { caller }"), ask("query S { sessionCaller(id: 1) }")];
  for (const [first] of problems) {
    expect(first).toMatchObject({
      coordinate: "operations/gateway/identity/SessionCaller.graphql",
      code: "QUESTION_DOES_NOT_FIT",
    });
  }
});
