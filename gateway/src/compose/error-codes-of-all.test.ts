import { expect, test } from "vitest";
import { errorCodesOfAll, traitsOfNoCode, withErrorCodes } from "./error-codes-of-all.ts";

const codes = errorCodesOfAll([
  { part: "scheduling", codes: { SLUG_TAKEN: "A meeting has it.", RATE_LIMITED: "Too many." } },
  { part: "identity", codes: { SLUG_TAKEN: "An organization has it.", RATE_LIMITED: "Too many." } },
]);

test("a code of two parts is one code with both sentences, and one sentence is told once", () => {
  expect(codes).toEqual([
    { code: "RATE_LIMITED", meaning: "Too many.", httpStatus: 429, isRetryable: true },
    {
      code: "SLUG_TAKEN",
      meaning: "A meeting has it. An organization has it.",
      httpStatus: 200,
      isRetryable: false,
    },
  ]);
});

test("the codes stand in their block of the SDL, and writing them again changes nothing", () => {
  const block = (values: string) => `enum ErrorCode {
  # \`pnpm compose\` writes the values below from the error-codes.ts of each part.
${values}  # Here the values end.
}
`;
  const written = withErrorCodes(block('  "Old."\n  OLD\n'), codes);
  const values = `  "Too many."\n  RATE_LIMITED\n  "A meeting has it. An organization has it."\n  SLUG_TAKEN\n`;
  expect(written).toBe(block(values));
  expect(withErrorCodes(written, codes)).toBe(written);
  expect(withErrorCodes("type Query { a: Int }", codes)).toBe("type Query { a: Int }");
});

test("a name with traits that is no code is a problem", () => {
  const names = traitsOfNoCode(codes).map(({ coordinate }) => coordinate);
  expect(names).toContain("ErrorCode.INVALID_INPUT");
  expect(names).not.toContain("ErrorCode.RATE_LIMITED");
});
