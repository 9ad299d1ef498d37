import { expect, test } from "vitest";
import { z } from "zod";
import { InvalidInput, type InputProblem } from "./errors/invalid-input.ts";
import { validate } from "./validate.ts";

function problemsOf(schema: z.ZodType, input: unknown): readonly InputProblem[] {
  try {
    validate(schema, input);
  } catch (error) {
    if (error instanceof InvalidInput) return error.details["problems"] as InputProblem[];
    throw error;
  }
  throw new Error("The input is valid.");
}

// Every kind of issue that the library knows, and each of its variants with words of its own.
test.each<[string, { schema: z.ZodType; input: unknown; code: string; message: string }]>([
  [
    "a number above its limit",
    {
      schema: z.int().max(3_650),
      input: 4_000,
      code: "TOO_LARGE",
      message: "must be at most 3650",
    },
  ],
  [
    "a number not below its limit",
    { schema: z.number().lt(1), input: 1, code: "TOO_LARGE", message: "must be less than 1" },
  ],
  [
    "a number below its limit",
    { schema: z.int().min(1), input: 0, code: "TOO_SMALL", message: "must be at least 1" },
  ],
  [
    "a number not above its limit",
    { schema: z.number().gt(0), input: 0, code: "TOO_SMALL", message: "must be more than 0" },
  ],
  [
    "a date out of its limit",
    {
      schema: z.date().max(new Date(0)),
      input: new Date(1),
      code: "TOO_LARGE",
      message: "must be at most 1970-01-01T00:00:00.000Z",
    },
  ],
  [
    "a text that is too long",
    {
      schema: z.string().max(3),
      input: "anna",
      code: "TOO_LARGE",
      message: "must have at most 3 characters",
    },
  ],
  [
    "a text that is too short",
    {
      schema: z.string().min(1),
      input: "",
      code: "TOO_SMALL",
      message: "must have at least 1 character",
    },
  ],
  [
    "a list that is too long",
    {
      schema: z.array(z.string()).max(1),
      input: ["anna", "b"],
      code: "TOO_LARGE",
      message: "must have at most 1 entry",
    },
  ],
  [
    "a list that is too short",
    {
      schema: z.array(z.string()).min(2),
      input: ["anna"],
      code: "TOO_SMALL",
      message: "must have at least 2 entries",
    },
  ],
  [
    "a list without its exact length",
    {
      schema: z.array(z.string()).length(2),
      input: ["anna"],
      code: "TOO_SMALL",
      message: "must have exactly 2 entries",
    },
  ],
  [
    "a number that is no multiple",
    {
      schema: z.number().multipleOf(5),
      input: 7,
      code: "INVALID",
      message: "must be a multiple of 5",
    },
  ],
  [
    "a text that is missing",
    { schema: z.string(), input: undefined, code: "REQUIRED", message: "must be given" },
  ],
  [
    "a text that is null",
    { schema: z.string(), input: null, code: "REQUIRED", message: "must be given" },
  ],
  [
    "a number in place of a text",
    { schema: z.string(), input: 1, code: "WRONG_TYPE", message: "must be text" },
  ],
  [
    "a text in place of a number",
    { schema: z.number(), input: "anna", code: "WRONG_TYPE", message: "must be a number" },
  ],
  [
    "a number that is not whole",
    { schema: z.int(), input: 1.5, code: "WRONG_TYPE", message: "must be a whole number" },
  ],
  [
    "a number that is beyond all",
    {
      schema: z.int(),
      input: 1e300,
      code: "TOO_LARGE",
      message: "must be at most 9007199254740991",
    },
  ],
  [
    "no number",
    { schema: z.number(), input: Number.NaN, code: "WRONG_TYPE", message: "must be a number" },
  ],
  [
    "a text in place of a list",
    { schema: z.array(z.int()), input: "anna", code: "WRONG_TYPE", message: "must be a list" },
  ],
  [
    "a text in place of an object",
    { schema: z.object({}), input: "anna", code: "WRONG_TYPE", message: "must be an object" },
  ],
  [
    "a text in place of a truth",
    { schema: z.boolean(), input: "anna", code: "WRONG_TYPE", message: "must be true or false" },
  ],
  [
    "a value of a type without a word",
    {
      schema: z.map(z.string(), z.string()),
      input: "anna",
      code: "WRONG_TYPE",
      message: "has the wrong type",
    },
  ],
  [
    "a value that is not offered",
    {
      schema: z.enum(["EN", "SV"]),
      input: "anna",
      code: "NOT_OFFERED",
      message: "must be one of EN, SV",
    },
  ],
  [
    "another than the only value",
    { schema: z.literal(true), input: "anna", code: "NOT_OFFERED", message: "must be true" },
  ],
  [
    "a text of another form",
    {
      schema: z.string().regex(/^b/),
      input: "anna",
      code: "WRONG_FORMAT",
      message: "has the wrong form",
    },
  ],
  [
    "no address",
    {
      schema: z.email(),
      input: "anna",
      code: "WRONG_FORMAT",
      message: "must be an e-mail address",
    },
  ],
  [
    "no web address",
    { schema: z.url(), input: "anna", code: "WRONG_FORMAT", message: "must be a URL" },
  ],
  ["no id", { schema: z.guid(), input: "anna", code: "WRONG_FORMAT", message: "must be an id" }],
  [
    "no date",
    {
      schema: z.iso.date(),
      input: "anna",
      code: "WRONG_FORMAT",
      message: "must be a date such as 2027-02-28",
    },
  ],
  [
    "a field that is unknown",
    {
      schema: z.strictObject({}),
      input: { anna: 1 },
      code: "UNKNOWN_FIELD",
      message: "has fields that this input does not have",
    },
  ],
  [
    "a value of no alternative",
    {
      schema: z.union([z.int(), z.boolean()]),
      input: "anna",
      code: "INVALID",
      message: "fits none of the allowed forms",
    },
  ],
  [
    "a key that is not allowed",
    {
      schema: z.record(z.email(), z.int()),
      input: { anna: 1 },
      code: "INVALID",
      message: "has a key that is not allowed",
    },
  ],
  [
    "an entry that is not allowed",
    {
      schema: z.map(z.email(), z.int()),
      input: new Map([["a@b.example", "anna"]]),
      code: "WRONG_TYPE",
      message: "must be a number",
    },
  ],
  [
    "a refinement without words",
    {
      schema: z.string().refine(() => false),
      input: "anna",
      code: "INVALID",
      message: "is not valid",
    },
  ],
])("%s is told in our own words", (_, { schema, input, code, message }) => {
  const [problem, ...others] = problemsOf(schema, input);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code, message });
});

test("a schema's own words come before the general ones", () => {
  expect(problemsOf(z.string().max(3, "must be a short name"), "anna")).toEqual([
    { path: "", code: "TOO_LARGE", message: "must be a short name" },
  ]);
});
