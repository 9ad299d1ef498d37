import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { errorsPage, type CodesOfPart } from "./errors-page.ts";
import { scopesPage } from "./scopes-page.ts";
import { withheldPage } from "./withheld-page.ts";

const parts: readonly CodesOfPart[] = [
  { part: "any", codes: { INVALID_INPUT: "It is not valid." } },
  { part: "scheduling", codes: { SLUG_TAKEN: "The address is used.", HOLD_EXPIRED: "Too late." } },
  { part: "identity", codes: { SLUG_TAKEN: "The slug is used." } },
];

test("codes are in alphabetical order, and one of two services has a line for each", () => {
  const lines = errorsPage(parts).split("\n");
  expect(lines.filter((line) => line.startsWith("| `"))).toEqual([
    "| `HOLD_EXPIRED`  | scheduling | 200    | no    | Too late.            |",
    "| `INVALID_INPUT` | any        | 400    | no    | It is not valid.     |",
    "| `SLUG_TAKEN`    | identity   | 200    | no    | The slug is used.    |",
    "| `SLUG_TAKEN`    | scheduling | 200    | no    | The address is used. |",
  ]);
});

test("a scope says what it opens and which data it lets through", () => {
  const page = scopesPage();
  expect(page).toMatch(/## bookings:read\n\nSee your bookings.*Opens `Query\.booking`/);
  expect(page).toMatch(/## attendees\.email:read\n\n.*Protected\. Lets through `ATTENDEE_EMAIL`/);
});

test.each([
  ["errors", errorsPage(parts)],
  ["scopes", scopesPage()],
  ["withheld", withheldPage()],
])("the page of %s is as Prettier writes it", async (_, page) => {
  const settings = await resolveConfig(import.meta.filename);
  expect(await format(page, { ...settings, parser: "markdown" })).toBe(page);
});
