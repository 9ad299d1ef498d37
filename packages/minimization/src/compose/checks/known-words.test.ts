import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const id = `id: ID! @nonPersonal(reason: "a random id")`;

test("a directive that the checks do not know is refused, however it is called", () => {
  const context = {
    [`"@composeDirective"`]: `"@composeDirective", "@context"`,
    "type Account @key": `type Account @context(name: "account") @key`,
  };
  expect(refusals({ identity: context })).toContain("UNKNOWN_DIRECTIVE @context");
  const prefixed = { "type Account @key": "type Account @federation__interfaceObject @key" };
  expect(refusals({ identity: prefixed })).toContain(
    "UNKNOWN_DIRECTIVE @federation__interfaceObject",
  );
});

test("names of federation's own are refused", () => {
  const sneaky = {
    "type Attendee implements": `"Not federation's." type join__Attendee { "x" email: String }\n"A person." type Attendee implements`,
    [`"A person who comes to a meeting."`]: "",
  };
  expect(refusals({ scheduling: sneaky })).toContain("RESERVED_NAME join__Attendee");
  expect(
    refusals({ identity: { [id]: `${id} "x" _email: String @nonPersonal(reason: "x")` } }),
  ).toContain("RESERVED_NAME _email");
});

test("a scalar that could hold anything is refused, as an answer and as an argument", () => {
  const any = {
    [id]: `${id} "Anything." more: JSON @nonPersonal(reason: "unknown")`,
    [`"A person who can log in."`]: `"Anything." scalar JSON\n"A person who can log in."`,
  };
  expect(refusals({ identity: any })).toEqual(["STRUCTURED_SCALAR Account.more"]);
  const given = {
    [id]: `${id} "More." more("What." what: JSON @nonPersonal(reason: "unknown")): Int @nonPersonal(reason: "a number")`,
    [`"A person who can log in."`]: `"Anything." scalar JSON\n"A person who can log in."`,
  };
  expect(refusals({ identity: given })).toEqual(["STRUCTURED_SCALAR Account.more(what:)"]);
});

test("a root type under another name is refused", () => {
  const renamed = {
    "type Query @nonPersonal": "schema { query: Queries }\ntype Queries @nonPersonal",
  };
  expect(refusals({ identity: renamed })).toContain("RENAMED_ROOT Queries");
});
