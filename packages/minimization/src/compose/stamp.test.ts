import { expect, test } from "vitest";
import { composeSupergraph } from "./compose-supergraph.ts";
import { apiSchemaOf } from "../../test/support/example-schema.ts";
import { exampleSubgraphs } from "../../test/support/example-subgraphs.ts";
import { loadRules, openSupergraph } from "./rules.ts";
import { stamp, stripStamp } from "./stamp.ts";

const { supergraphSdl } = composeSupergraph(exampleSubgraphs);

test("a stock gateway refuses the stamped supergraph", async () => {
  await expect(apiSchemaOf(supergraphSdl)).rejects.toThrow(
    "feature https://tidbok.dev/minimization/v1.0 is for: SECURITY but is unsupported",
  );
});

test("a gateway that has loaded the rules starts, and clients see nothing of our directives", async () => {
  const schema = await apiSchemaOf(openSupergraph(supergraphSdl).supergraphSdl);
  const names = [
    ...Object.keys(schema.getTypeMap()),
    ...schema.getDirectives().map((each) => each.name),
  ];
  expect(
    names.filter((name) => /minimization|DataCategory|SubjectKind|personal|subject/iu.test(name)),
  ).toEqual([]);
  expect(schema.getType("Attendee")).toBeDefined();
});

test("stamping and stripping change nothing else, and stamping twice nothing more", () => {
  const plain = stripStamp(supergraphSdl);
  expect(plain).not.toContain("for: SECURITY");
  expect(stamp(plain)).toBe(supergraphSdl);
  expect(stamp(supergraphSdl)).toBe(supergraphSdl);
});

test("a supergraph without the stamp, or without our link, has no rules", () => {
  expect(() => loadRules(stripStamp(supergraphSdl))).toThrow("not stamped");
  expect(() => loadRules(supergraphSdl.replace("tidbok.dev", "example.com"))).toThrow("must link");
});

test("a supergraph that was edited by hand has no rules", () => {
  const edited = supergraphSdl.replace("@personalData(category: ATTENDEE_EMAIL)", "");
  expect(() => loadRules(edited)).toThrow("UNCLASSIFIED");
});
