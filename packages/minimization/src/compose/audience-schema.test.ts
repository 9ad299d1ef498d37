import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { audienceSchema } from "./audience-schema.ts";
import { callerClassOf, callerClasses } from "../decide/caller-class.ts";
import type { CallerClass } from "../decide/caller-class.ts";
import {
  account,
  agent,
  attendee,
  partner,
  service,
  visitor,
} from "../../test/support/example-callers.ts";
import { exampleSchema } from "../../test/support/example-schema.ts";

const { rules, schema } = await exampleSchema();
const errorsFor = (query: string, callerClass: CallerClass) =>
  validate(audienceSchema({ rules, apiSchema: schema }, callerClass), parse(query)).map(
    (each) => each.message,
  );

test("a field that is denied to a class does not exist in its schema, nor do suggestions of it", () => {
  const query = `{ booking(id: 1) { attendees { email } } }`;
  expect(errorsFor(query, "analyst")).toEqual([`Cannot query field "email" on type "Attendee".`]);
  expect(errorsFor(`{ booking(id: 1) { attendees { emial } } }`, "analyst").join()).not.toContain(
    "email",
  );
  for (const callerClass of callerClasses.filter((each) => each !== "analyst")) {
    expect(errorsFor(query, callerClass)).toEqual([]);
  }
});

test("an interface that has lost all its fields is gone, and what leads to it", () => {
  const analyst = audienceSchema({ rules, apiSchema: schema }, "analyst");
  expect(analyst.getType("Person")).toBeUndefined();
  expect(analyst.getQueryType()?.getFields()["person"]).toBeUndefined();
  expect(analyst.getType("Attendee")).toBeDefined();
});

test("an argument that is denied does not exist, and the field does without it", () => {
  const analyst = audienceSchema({ rules, apiSchema: schema }, "analyst");
  expect(analyst.getQueryType()?.getFields()["account"]?.args).toEqual([]);
});

test("a schema of which nothing is denied is the same schema", () => {
  expect(audienceSchema({ rules, apiSchema: schema }, "account")).toBe(schema);
});

test("a caller's class is its kind, save for apps on their own and for research", () => {
  expect(
    [
      visitor,
      attendee,
      account,
      agent,
      partner([]),
      partner([], null),
      service("provide.notify"),
      service("research"),
    ].map(callerClassOf),
  ).toEqual(["anonymous", "attendee", "account", "staff", "client", "app", "service", "analyst"]);
});
