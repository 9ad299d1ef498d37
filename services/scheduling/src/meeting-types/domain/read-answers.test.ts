import { InvalidInput } from "@tidbok/domain";
import { expect, test } from "vitest";
import type { Question } from "./question.ts";
import { phone, readAnswers, type AnswerInput } from "./read-answers.ts";

const question = (kind: Question["kind"], changes: Partial<Question> = {}): Question => ({
  id: kind,
  kind,
  label: kind,
  isRequired: false,
  choices: kind === "CHOICE" ? ["tea"] : [],
  purposes: ["PROVIDE_SCHEDULE"],
  retentionDays: null,
  ...changes,
});

function read(asked: Question, given: Omit<AnswerInput, "questionId">): string | null {
  try {
    return readAnswers([asked], [{ questionId: asked.id, ...given }])[0]?.answer ?? null;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return (error.details["problems"] as { code: string }[])[0]!.code;
  }
}

test.each([
  ["TEXT", { text: " a line " }, "a line"],
  ["TEXT", { text: "two\nlines" }, "INVALID_TEXT"],
  ["TEXT", { text: "x".repeat(501) }, "INVALID_TEXT"],
  ["LONG_TEXT", { text: "two\nlines" }, "two\nlines"],
  ["LONG_TEXT", { text: "a\u0007b" }, "INVALID_TEXT"],
  ["CHOICE", { text: "tea" }, "tea"],
  ["CHOICE", { text: "Tea" }, "NOT_OFFERED"],
  ["NUMBER", { number: -1.5 }, "-1.5"],
  ["NUMBER", { number: Number.NaN }, "WRONG_TYPE"],
  ["NUMBER", { text: "1" }, "WRONG_TYPE"],
  ["PHONE", { text: "+46 (0)8-123 45" }, "+46 (0)8-123 45"],
  ["PHONE", { text: "()-" }, "WRONG_FORMAT"],
  ["EMAIL", { text: "a@b.example" }, "a@b.example"],
  ["EMAIL", { text: "a@b" }, "WRONG_FORMAT"],
  ["CONSENT", { consent: true }, "yes"],
  ["CONSENT", { consent: false }, "no"],
  ["CONSENT", { text: "yes" }, "WRONG_TYPE"],
  ["TEXT", { text: "a", number: 1 }, "WRONG_TYPE"],
  ["TEXT", { text: "   " }, null],
  ["TEXT", {}, null],
] as const)("%s answered by %j is kept as %s", (kind, given, kept) => {
  expect(read(question(kind), given)).toBe(kept);
});

test("what is required must be answered, and a required consent must be given", () => {
  expect(read(question("TEXT", { isRequired: true }), { text: " " })).toBe("REQUIRED");
  expect(read(question("NUMBER", { isRequired: true }), { number: 0 })).toBe("0");
  expect(read(question("CONSENT", { isRequired: true }), { consent: false })).toBe("REQUIRED");
});

test("a message names the question and never the answer", () => {
  const asked = question("EMAIL", { id: "the-question" });
  expect(() => readAnswers([asked], [{ questionId: "the-question", text: "my secret" }])).toThrow(
    expect.objectContaining({
      details: {
        problems: [
          {
            path: "answers.0",
            code: "WRONG_FORMAT",
            message: expect.stringMatching(/the-question/),
          },
        ],
      },
    }),
  );
});

test.each([
  "+46 8 123 45 67",
  "+46(0)8/123.456",
  "+1 (202) 555-0143",
  "+683 4000",
  `+${"1".repeat(15)}`,
])("%s is a telephone number", (text) => {
  expect(phone.safeParse(text).success).toBe(true);
});
test.each([
  ...["112", "08 123 45 67", "call me", "+", "+()()()()", "+46 8\n123456", "+012345678", "+123456"],
  ...[`+${"1".repeat(16)}`, "+46 8 123 45 67 ext 9", "+４６８１２３４５６"],
])("%j is none", (text) => {
  expect(phone.safeParse(text).success).toBe(false);
});
