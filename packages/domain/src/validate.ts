import type { z } from "zod";
import { InvalidInput } from "./errors/invalid-input.ts";
import { wordsOfIssue } from "./words-of-issue.ts";

/**
 * The input as the schema reads it, or InvalidInput with every mistake and its path. A refinement
 * may set `params.code` to give its mistake a code of its own; others get TOO_LARGE, WRONG_TYPE, ….
 * Where the schema has no words for a mistake, the words are ours and not the library's.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input, { error: wordsOfIssue, reportInput: true });
  if (result.success) return result.data;
  throw new InvalidInput(
    result.error.issues.map((issue) => ({
      path: issue.path.join("."),
      code: codeOf(issue),
      message: issue.message,
    })),
  );
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && typeof issue.params?.["code"] === "string") {
    return issue.params["code"];
  }
  if (issue.code === "invalid_type" && issue.input == null) return "REQUIRED";
  return codes[issue.code] ?? "INVALID";
}

const codes: Readonly<Record<string, string>> = {
  too_big: "TOO_LARGE",
  too_small: "TOO_SMALL",
  invalid_type: "WRONG_TYPE",
  invalid_format: "WRONG_FORMAT",
  unrecognized_keys: "UNKNOWN_FIELD",
  invalid_value: "NOT_OFFERED",
};
