import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const email = "email: String @personalData(category: ATTENDEE_EMAIL)";

test("a field without a class is refused, and one with any class is not", () => {
  expect(refusals({ scheduling: { [email]: "email: String" } })).toEqual([
    "UNCLASSIFIED Attendee.email",
  ]);
  expect(
    refusals({ scheduling: { [email]: `email: String @nonPersonal(reason: "invented")` } }),
  ).toEqual([]);
});

test("a type's mark covers its fields, and their arguments that are no text", () => {
  const entries = `entries("At most this many." first: Int)`;
  expect(
    refusals({ scheduling: { [entries]: `entries("Whose." id: ID, "From." from: DateTime)` } }),
  ).toEqual([]);
});

test("text that a caller writes needs a mark of its own, as an argument and as an input field", () => {
  const entries = `entries("At most this many." first: Int)`;
  expect(
    refusals({ scheduling: { [entries]: `entries("What to look for." text: String)` } }),
  ).toEqual(["UNCLASSIFIED Query.entries(text:)"]);
  expect(
    refusals({
      scheduling: {
        "input BookingFilter {": `input BookingFilter @nonPersonal(reason: "times") {`,
        "attendeeEmail: String @personalData(category: ATTENDEE_EMAIL)": "attendeeEmail: [String!]",
      },
    }),
  ).toEqual(["UNCLASSIFIED BookingFilter.attendeeEmail"]);
});

test("an input field without a class is refused even where it is no text", () => {
  const after = `after: DateTime @nonPersonal(reason: "a time")`;
  expect(refusals({ scheduling: { [after]: "after: DateTime" } })).toEqual([
    "UNCLASSIFIED BookingFilter.after",
  ]);
});

test("a mark on a type in one subgraph does not cover what another adds to the type", () => {
  const account = `type Account @key(fields: "id") @nonPersonal(reason: "the id is random, and bookings say themselves what they are")`;
  expect(refusals({ scheduling: { [account]: `type Account @key(fields: "id")` } })).toEqual([
    "UNCLASSIFIED Account.id",
    "UNCLASSIFIED Account.bookings",
  ]);
});

test("a category that the data map does not have is refused", () => {
  const marked = { [email]: "email: String @personalData(category: SHOE_SIZE)" };
  expect(refusals({ scheduling: marked })).toContain("UNCLASSIFIED Attendee.email");
});
