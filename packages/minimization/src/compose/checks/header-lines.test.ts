import { expect, test } from "vitest";
import { subgraphSdl } from "../../schema/directives.ts";
import { edited, problemsOf, refusals } from "../../../test/support/refusals.ts";
import { composeSupergraph } from "../compose-supergraph.ts";

const link = `@link(url: "https://tidbok.dev/minimization/v1.0", import: ["@personalData", "@nonPersonal", "@subject"])`;

test("a schema that does not link our directives is refused", () => {
  expect(refusals({ identity: { [link]: "" } })).toContain("NOT_LINKED schema");
});

test("another version of the link is refused", () => {
  const other = link.replace("v1.0", "v0.9");
  expect(refusals({ identity: { [link]: other } })).toContain("NOT_LINKED schema");
});

test("a directive that is not imported is refused", () => {
  const other = link.replace(`, "@subject"`, "");
  expect(refusals({ identity: { [link]: other } })).toContain("NOT_IMPORTED @subject");
});

test("a forgotten @composeDirective is refused, of which composition says nothing", () => {
  expect(refusals({ identity: { [`@composeDirective(name: "@personalData")`]: "" } })).toContain(
    "NOT_COMPOSED @personalData",
  );
  expect(refusals({ scheduling: { [`@composeDirective(name: "@nonPersonal")`]: "" } })).toContain(
    "NOT_COMPOSED @nonPersonal",
  );
});

test("an import under another name is refused, ours and federation's", () => {
  const ours = link.replace(`"@personalData"`, `{ name: "@personalData", as: "@secret" }`);
  expect(refusals({ identity: { [link]: ours } })).toContain("RENAMED @personalData");
  expect(refusals({ identity: { [`"@key"`]: `{ name: "@key", as: "@tag" }` } })).toContain(
    "RENAMED @key",
  );
});

test("a namespace for our link is refused", () => {
  const other = link.replace("import:", `as: "privacy", import:`);
  expect(refusals({ identity: { [link]: other } })).toContain(
    "RENAMED https://tidbok.dev/minimization/v1.0",
  );
});

test("a schema that defines a directive of ours in its own way is refused", () => {
  const own = `directive @nonPersonal(reason: String) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION\n"A person who can log in."`;
  expect(refusals({ identity: { [`"A person who can log in."`]: own } })).toContain(
    "REDEFINED @nonPersonal",
  );
});

test("a schema that has our definitions already is taken as it is", () => {
  const sources = edited({}).map((source) => ({ ...source, sdl: subgraphSdl(source.sdl) }));
  expect(() => composeSupergraph(sources)).not.toThrow();
});

test("all that is wrong is said at once, with the subgraph and what to do", () => {
  const problems = problemsOf({
    identity: { [`@composeDirective(name: "@subject")`]: "" },
    scheduling: { "email: String @personalData(category: ATTENDEE_EMAIL)": "email: String" },
  });
  expect(problems.map(({ subgraph, code }) => `${subgraph} ${code}`)).toEqual(
    expect.arrayContaining(["identity NOT_COMPOSED", "scheduling UNCLASSIFIED"]),
  );
});
