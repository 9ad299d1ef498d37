import { parse } from "graphql";
import { expect, test } from "vitest";
import { composeSupergraph } from "./compose-supergraph.ts";
import { openSupergraph } from "./rules.ts";
import { exampleSubgraphs } from "../test/example-subgraphs.ts";

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
