import { expect, test } from "vitest";
import { refusals } from "../../../test/support/refusals.ts";

const bookings = `"What others have booked."`;
const imports = {
  [`"@composeDirective"`]: `"@composeDirective", "@external", "@requires", "@provides"`,
};
const email = `"x" email: String @external @personalData(category: ACCOUNT_EMAIL)`;

const requires = (field: string, external = email) => ({
  scheduling: {
    ...imports,
    [bookings]: `${external}\n  "Made of the address."\n  ${field}\n  ${bookings}`,
  },
});

test("a key of personal data is refused", () => {
  expect(
    refusals({ identity: { [`@key(fields: "id")`]: `@key(fields: "id") @key(fields: "email")` } }),
  ).toEqual(["CLASSIFIED_KEY Account.email"]);
});

test("a field that requires personal data and is weaker is refused", () => {
  expect(
    refusals(
      requires(`gravatar: String @requires(fields: "email") @nonPersonal(reason: "a picture")`),
    ),
  ).toContain("REQUIRES_WEAKER Account.gravatar");
  expect(
    refusals(
      requires(`gravatar: String @requires(fields: "email") @personalData(category: HOST_NAME)`),
    ),
  ).toContain("REQUIRES_WEAKER Account.gravatar");
});

test("a field that requires personal data and is as strict composes", () => {
  const gravatar = `gravatar: String @requires(fields: "email") @personalData(category: ACCOUNT_EMAIL)`;
  expect(
    refusals({
      scheduling: {
        ...requires(gravatar).scheduling,
        [`@nonPersonal(reason: "the id is random, and bookings`]: `@subject(kind: CUSTOMER, id: "id") @nonPersonal(reason: "the id is random, and bookings`,
      },
    }),
  ).toEqual([]);
});

test("a copy of a field that is called something else than the original is refused", () => {
  const copy = `"x" email: String @external @nonPersonal(reason: "only a copy")`;
  expect(
    refusals(
      requires(
        `gravatar: String @requires(fields: "email") @nonPersonal(reason: "a picture")`,
        copy,
      ),
    ),
  ).toEqual(
    expect.arrayContaining(["DISAGREEING Account.email", "REQUIRES_WEAKER Account.gravatar"]),
  );
});

test("what a field provides keeps its own class", () => {
  const provides = (copy: string) =>
    refusals({
      identity: {
        [`"@composeDirective"`]: `"@composeDirective", "@shareable"`,
        "displayName: String @personalData": "displayName: String @shareable @personalData",
      },
      scheduling: {
        ...imports,
        "host: Account": `host: Account @provides(fields: "displayName")`,
        [bookings]: `"x" displayName: String @external ${copy}\n  ${bookings}`,
      },
    });
  expect(provides("@personalData(category: HOST_NAME)")).toEqual([]);
  expect(provides(`@nonPersonal(reason: "only a copy")`)).toEqual([
    "DISAGREEING Account.displayName",
  ]);
});

test("requiring a field with arguments is refused", () => {
  const score = `"x" score("In which unit." unit: Int): Int @nonPersonal(reason: "a number")`;
  expect(
    refusals({
      identity: { [`"Carries nothing."`]: `${score}\n  "Carries nothing."` },
      ...requires(
        `rank: Int @requires(fields: "score(unit: 1)") @nonPersonal(reason: "a number")`,
        score.replace("Int @nonPersonal", "Int @external @nonPersonal"),
      ),
    }),
  ).toContain("REQUIRES_WITH_ARGUMENTS Account.rank");
});
