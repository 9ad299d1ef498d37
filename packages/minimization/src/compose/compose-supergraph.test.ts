import { parse } from "graphql";
import { expect, test } from "vitest";
import { composeSupergraph } from "./compose-supergraph.ts";
import { openSupergraph } from "./rules.ts";
import { problemsOf } from "../../test/support/refusals.ts";
import { exampleSubgraphs } from "../../test/support/example-subgraphs.ts";

test("two classified subgraphs compose, stamped for security", () => {
  const { supergraphSdl } = composeSupergraph(exampleSubgraphs);
  expect(supergraphSdl).toContain(
    '@link(url: "https://tidbok.dev/minimization/v1.0", for: SECURITY',
  );
  expect(() => parse(supergraphSdl)).not.toThrow();
});

test("the rules of a composed supergraph name every classified coordinate", () => {
  const { rules } = openSupergraph(composeSupergraph(exampleSubgraphs).supergraphSdl);
  expect(Object.fromEntries(rules.fields)).toMatchObject({
    "Account.email": "ACCOUNT_EMAIL",
    "Attendee.email": "ATTENDEE_EMAIL",
  });
  expect(rules.inputFields.get("BookMeetingInput.email")).toBe("ATTENDEE_EMAIL");
});

test("a schema that cannot be read is refused, with its name", () => {
  const email = "email: String @personalData(category: ATTENDEE_EMAIL)";
  expect(problemsOf({ scheduling: { [email]: "email: String @personalData(" } })).toMatchObject([
    {
      subgraph: "scheduling",
      code: "NOT_COMPOSABLE",
      message: expect.stringContaining("Syntax Error"),
    },
  ]);
  expect(problemsOf({ identity: { [`@key(fields: "id")`]: `@key(fields: "{")` } })).not.toEqual([]);
});

test("what composition itself refuses is told together with what the checks find", () => {
  const codes = problemsOf({
    scheduling: {
      '"When it starts."\n  startAt: DateTime!\n  "Nobody."': '"Nobody."',
      "email: String @personalData(category: ATTENDEE_EMAIL)": "email: String",
    },
  }).map(({ code }) => code);
  expect(codes).toContain("UNCLASSIFIED");
  expect(codes.length).toBeGreaterThan(1);
});
