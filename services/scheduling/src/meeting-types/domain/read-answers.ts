import { input, InvalidInput, type InputProblem } from "@tidbok/domain";
import { z } from "zod";
import type { Question } from "./question.ts";

/** An answer in the input; the question's kind decides which one of the fields is set. */
export type AnswerInput = {
  readonly questionId: string;
  readonly text?: string | null | undefined;
  readonly number?: number | null | undefined;
  readonly consent?: boolean | null | undefined;
};

const wrongPhone = "must be a telephone number with its country, such as +46 8 123 456 78";

/**
 * A telephone number with its country (E.164); the usual punctuation between its digits is allowed. Invisible marks,
 * which come with a copy from an address book, are left out; spaces and dashes of any width become plain ones.
 */
export const phone = z
  .string()
  .max(100, wrongPhone)
  .transform(withPlainSigns)
  .pipe(numberWithCountry());

function withPlainSigns(text: string): string {
  const visible = text.replace(/\p{Cf}/gu, "");
  return visible
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}/gu, " ")
    .trim();
}

function numberWithCountry() {
  return (
    z
      .string()
      .regex(/^\+[0-9 ().\-/]{7,30}$/, { error: wrongPhone, abort: true })
      // The (0) that many people write is for calls from within the country, and not part of the number.
      .refine(
        (text) => /^[1-9]\d{6,14}$/.test(text.replace("(0)", "").replace(/\D/g, "")),
        wrongPhone,
      )
  );
}

/** The answers as they are stored, in the order of the questions. Throws InvalidInput with every problem. */
export function readAnswers(
  questions: readonly Question[],
  inputs: readonly AnswerInput[],
): readonly Answer[] {
  const problems: InputProblem[] = [];
  const known = new Set(questions.map(({ id }) => id));
  for (const [i, { questionId }] of inputs.entries()) {
    const path = `answers.${i}.questionId`;
    if (!known.has(questionId)) {
      problems.push({
        path,
        code: "UNKNOWN_QUESTION",
        message: "must be a question of this meeting",
      });
    } else if (inputs.findIndex((other) => other.questionId === questionId) < i) {
      problems.push({ path, code: "REPEATED", message: "must not be answered twice" });
    }
  }
  const answers = questions.flatMap((question) => {
    const index = inputs.findIndex(({ questionId }) => questionId === question.id);
    const path = index === -1 ? "answers" : `answers.${index}`;
    const read = readAnswer(question, inputs[index]);
    if ("code" in read)
      problems.push({ path, ...read, message: `${read.message} (${question.id})` });
    else if (read.answer !== null) return [{ questionId: question.id, answer: read.answer }];
    return [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return answers;
}

type Read =
  { readonly answer: string | null } | { readonly code: string; readonly message: string };

const required = { code: "REQUIRED", message: "must be answered" };
const misfit = {
  code: "WRONG_TYPE",
  message: "must be set in the one field that fits the kind of the question",
};

/** The fields of a question that decide which answers are valid, be it a meeting type's or a routing form's. */
type AnswerRules = Pick<Question, "kind" | "isRequired" | "choices">;

/** The answer as it is stored, null without an answer, or the problem of the input. */
export function readAnswer(
  question: AnswerRules,
  answer: Omit<AnswerInput, "questionId"> | undefined,
): Read {
  const fields = answer
    ? [answer.text, answer.number, answer.consent].filter((each) => each != null)
    : [];
  if (fields.length === 0) return question.isRequired ? required : { answer: null };
  const [value] = fields;
  if (fields.length > 1) return misfit;
  if (question.kind === "NUMBER") {
    return typeof value === "number" && Number.isFinite(value) ? { answer: String(value) } : misfit;
  }
  if (question.kind === "CONSENT") {
    if (typeof value !== "boolean") return misfit;
    if (!value && question.isRequired) return { code: "REQUIRED", message: "must be agreed to" };
    return { answer: value ? consent.given : consent.refused };
  }
  return typeof value === "string" ? readText(question, value) : misfit;
}

function readText(question: AnswerRules, value: string): Read {
  if (value.trim() === "") return question.isRequired ? required : { answer: null };
  const result = textOf(question).safeParse(value);
  if (result.success) return { answer: result.data };
  const message = result.error.issues[0]?.message ?? "is not valid";
  return { code: codes[question.kind] ?? "INVALID", message };
}

const codes: Readonly<Record<string, string>> = {
  TEXT: "INVALID_TEXT",
  LONG_TEXT: "INVALID_TEXT",
  CHOICE: "NOT_OFFERED",
  PHONE: "WRONG_FORMAT",
  EMAIL: "WRONG_FORMAT",
};

function textOf(question: AnswerRules): z.ZodType<string> {
  switch (question.kind) {
    case "LONG_TEXT":
      return input.text(5_000);
    case "CHOICE":
      return z.enum(question.choices as [string, ...string[]], {
        error: "must be one of the choices",
      });
    case "PHONE":
      return phone;
    case "EMAIL":
      return input.email;
    default:
      return input.line(500);
  }
}

/** An answer as the text that is sealed: a number in decimals, a consent as yes or no. */
export type Answer = { readonly questionId: string; readonly answer: string };

/** The texts that represent a consent. */
export const consent = { given: "yes", refused: "no" } as const;
