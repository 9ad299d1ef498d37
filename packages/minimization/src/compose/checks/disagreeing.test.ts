import { expect, test } from "vitest";
import { problemsOf, refusals } from "../../../test/support/refusals.ts";

const bare = `@nonPersonal(reason: "the id is random, and bookings`;

const shared = (mark: string, kind = "CUSTOMER") => ({
  identity: {
    [`"@composeDirective"`]: `"@composeDirective", "@shareable"`,
    "name: String @personalData": "name: String @shareable @personalData",
  },
  scheduling: {
    [`"@composeDirective"`]: `"@composeDirective", "@shareable"`,
    [`"What others have booked."`]: `"x" name: String @shareable ${mark}\n  "What others have booked."`,
    [bare]: `@subject(kind: ${kind}, id: "id") ${bare}`,
  },
});

test("two subgraphs that call one field the same compose", () => {
  expect(refusals(shared("@personalData(category: ACCOUNT_NAME)"))).toEqual([]);
});

test("two subgraphs that call one field differently are refused, with both names", () => {
  expect(refusals(shared("@personalData(category: HOST_NAME)"))).toContain(
    "DISAGREEING Account.name",
  );
  const [problem] = problemsOf(shared(`@nonPersonal(reason: "everybody knows it")`));
  expect(problem?.message).toBe(
    "is personal data (ACCOUNT_NAME) in identity and non-personal in scheduling; let them agree.",
  );
});

test("a mark on the type counts as much as a mark on the field", () => {
  expect(refusals(shared(""))).toContain("DISAGREEING Account.name");
});

test("two subgraphs that disagree about whose a type is are refused", () => {
  expect(refusals(shared("@personalData(category: ACCOUNT_NAME)", "HOST"))).toContain(
    "DISAGREEING_SUBJECT Account",
  );
});
