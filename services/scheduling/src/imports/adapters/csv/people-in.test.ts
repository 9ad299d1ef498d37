import { expect, test } from "vitest";
import { peopleIn } from "./people-in.ts";

const ada = { name: null, email: "ada@people.example" };
const bo = { name: "Bo, Example", email: "bo@people.example" };

test.each([
  [null, []],
  ["", []],
  ["ada@people.example", [ada]],
  ["ada@people.example; Bo, Example <bo@people.example>;", [ada, bo]],
  ['"Bo, Example" <bo@people.example>, <ada@people.example>', [bo, ada]],
  ["Bo, Example (bo@people.example)", [bo]],
  ["ada@people.example, bo@people.example", [ada, { ...bo, name: null }]],
  ["ada@people.example\nbo@people.example", [ada, { ...bo, name: null }]],
  ["Example, Ada", [{ name: null, email: "Example, Ada" }]],
])("%j", (cell, people) => {
  expect(peopleIn(cell)).toEqual(people);
});
