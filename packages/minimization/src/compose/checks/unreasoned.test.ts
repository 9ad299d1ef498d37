import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const email = "email: String @personalData(category: ATTENDEE_EMAIL)";

test("an element that is called non-personal for no reason is refused", () => {
  expect(
    refusals({ scheduling: { [email]: `email: String @nonPersonal(reason: " ")` } }),
  ).toContain("UNREASONED Attendee.email");
});

test("so is a type", () => {
  const filter = "input BookingFilter {";
  expect(
    refusals({ scheduling: { [filter]: `input BookingFilter @nonPersonal(reason: "") {` } }),
  ).toContain("UNREASONED BookingFilter");
});
