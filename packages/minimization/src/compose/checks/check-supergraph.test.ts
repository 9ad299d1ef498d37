import { parse } from "graphql";
import { expect, test } from "vitest";
import { composeSupergraph } from "../compose-supergraph.ts";
import { exampleSubgraphs } from "../../../test/support/example-subgraphs.ts";
import { readSubgraph } from "../../schema/subgraph.ts";
import { checkSupergraph } from "./check-supergraph.ts";
import { refusals } from "../../../test/support/refusals.ts";

const personName = `interface Person {
  "The name given when booking."
  name: String @personalData(category: ATTENDEE_NAME)`;

test("an interface whose field is weaker than an implementation's is refused", () => {
  expect(
    refusals({ scheduling: { [personName]: personName.replace("ATTENDEE_NAME", "HOST_NAME") } }),
  ).toEqual(["WEAKER_INTERFACE Person.name"]);
  const open = personName.replace(
    "@personalData(category: ATTENDEE_NAME)",
    `@nonPersonal(reason: "a name")`,
  );
  expect(refusals({ scheduling: { [personName]: open } })).toEqual([
    "WEAKER_INTERFACE Person.name",
  ]);
});

test("an interface may be stricter than its implementations", () => {
  const stricter = personName.replace("ATTENDEE_NAME", "MANAGE_LINK");
  expect(refusals({ scheduling: { [personName]: stricter } })).toEqual([]);
});

test("an element that no subgraph describes is refused", () => {
  expect(refusals({ scheduling: { [`"Who comes."`]: "" } })).toEqual([
    "UNDESCRIBED Booking.attendees",
  ]);
  expect(refusals({ scheduling: { [`("Its id." id: ID!)`]: "(id: ID!)" } })).toEqual([
    "UNDESCRIBED Query.booking(id:)",
  ]);
  expect(refusals({ scheduling: { [`"Where to write to."`]: `" "` } })).toEqual([
    "UNDESCRIBED BookMeetingInput.email",
  ]);
  expect(
    refusals({ scheduling: { [`"A meeting that was booked."`]: `"How." enum Mode { NEAR }` } }),
  ).toEqual(expect.arrayContaining(["UNDESCRIBED Booking", "UNDESCRIBED Mode.NEAR"]));
});

test("a type with personal data that does not say whose is refused", () => {
  expect(refusals({ scheduling: { [`@subject(kind: ATTENDEE, id: "id")`]: "" } })).toEqual([
    "NO_SUBJECT Attendee",
  ]);
  expect(
    refusals({ scheduling: { [`kind: ATTENDEE, id: "id"`]: `kind: ATTENDEE, id: "email"` } }),
  ).toEqual(["NO_SUBJECT_ID Attendee"]);
});

test("the id of a subject may lie on a path, through lists", () => {
  const booking = `type Booking implements Entry @key(fields: "id") @nonPersonal`;
  const marked = booking.replace(
    "@nonPersonal",
    `@subject(kind: ATTENDEE, id: "attendees.id") @nonPersonal`,
  );
  expect(refusals({ scheduling: { [booking]: marked } })).toEqual([]);
});

test("a mark that composition has lost, for whatever reason, is found in the result", () => {
  const { supergraphSdl } = composeSupergraph(exampleSubgraphs);
  const subgraphs = exampleSubgraphs.map(readSubgraph);
  const without = (mark: string) =>
    checkSupergraph(parse(supergraphSdl.replace(mark, "")), subgraphs).map(
      (each) => `${each.code} ${each.coordinate}`,
    );
  expect(without("nothing of the kind")).toEqual([]);
  expect(without("@personalData(category: ATTENDEE_EMAIL)")).toHaveLength(1);
  const weakened = supergraphSdl.replace(/ATTENDEE_ANSWER\)/u, "HOST_NAME)");
  expect(checkSupergraph(parse(weakened), subgraphs)).toMatchObject([
    {
      code: "LOST",
      coordinate: "Attendee.answers",
      message: "is ATTENDEE_ANSWER in the subgraphs and HOST_NAME in the composed supergraph.",
    },
  ]);
});
