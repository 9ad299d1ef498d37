import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const answers = "answers: [String!] @personalData(category: ATTENDEE_ANSWER)";

test("a classified field that is non-null is refused, and a list's items may be non-null", () => {
  expect(
    refusals({ scheduling: { [answers]: answers.replace("[String!]", "[String!]!") } }),
  ).toEqual(["NON_NULL Attendee.answers"]);
});

test("a classified root field is refused, for there is no row to decide about", () => {
  const root = `"Who asks, in words."\n  whoAmI: String @personalData(category: ACCOUNT_NAME)\n  "The person who asks."`;
  expect(refusals({ identity: { [`"The person who asks."`]: root } })).toEqual(
    expect.arrayContaining(["CLASSIFIED_ROOT Query.whoAmI"]),
  );
});

test("a secret that would be answered is refused", () => {
  expect(
    refusals({ scheduling: { [answers]: answers.replace("ATTENDEE_ANSWER", "CREDENTIAL_INPUT") } }),
  ).toEqual(["SECRET_OUTPUT Attendee.answers"]);
});

test("a mask on what is no text is refused, and on a list of texts it is not", () => {
  const numbers = answers.replace("[String!]", "Int").replace("ATTENDEE_ANSWER", "ATTENDEE_PHONE");
  expect(refusals({ scheduling: { [answers]: numbers } })).toEqual([
    "MASK_DOES_NOT_FIT Attendee.answers",
  ]);
  const phones = answers.replace("ATTENDEE_ANSWER", "ATTENDEE_PHONE");
  expect(refusals({ scheduling: { [answers]: phones } })).toEqual([]);
});

test("a category without a mask may classify what is no text", () => {
  expect(refusals({ scheduling: { [answers]: answers.replace("[String!]", "Int") } })).toEqual([]);
});
