import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const email = "email: String @personalData(category: ATTENDEE_EMAIL)";

test("an element with both marks is refused", () => {
  expect(
    refusals({ scheduling: { [email]: `${email} @nonPersonal(reason: "who knows")` } }),
  ).toEqual(["CONTRADICTORY Attendee.email"]);
});

test("an element's own mark may differ from its type's", () => {
  const filter = "input BookingFilter {";
  expect(
    refusals({ scheduling: { [filter]: `input BookingFilter @nonPersonal(reason: "times") {` } }),
  ).toEqual([]);
});
