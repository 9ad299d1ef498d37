import { input, InvalidInput, type InputProblem } from "@tidbok/domain";
import { z } from "zod";
import { consent, type Answer } from "./answer.ts";
import type { Question } from "./question.ts";

/** An answer as it was given: one of the fields, by the question's kind. */
export type AnswerInput = {
  readonly questionId: string;
  readonly text?: string | null | undefined;
  readonly number?: number | null | undefined;
  readonly consent?: boolean | null | undefined;
};

const wrongPhone = "must be a telephone number with its country, such as +46 8 123 456 78";

/** A telephone number that can be called from everywhere (E.164), the usual marks between its digits. */
export const phone = z
  .string()
  .trim()
  .regex(/^\+[0-9 ().\-/]{7,30}$/, { error: wrongPhone, abort: true })
  // The (0) that many write is for calls from within the country, and no part of the number.
  .refine((text) => /^[1-9]\d{6,14}$/.test(text.replace("(0)", "").replace(/\D/g, "")), wrongPhone);

/** The answers as they are kept, in the order of the questions. Throws InvalidInput with every mistake. */
export function readAnswers(
  questions: readonly Question[],
  given: readonly AnswerInput[],
): readonly Answer[] {
  const problems: InputProblem[] = [];
  const known = new Set(questions.map(({ id }) => id));
  for (const [i, { questionId }] of given.entries()) {
    const path = `answers.${i}.questionId`;
    if (!known.has(questionId)) {
      problems.push({
        path,
        code: "UNKNOWN_QUESTION",
        message: "must be a question of this meeting",
      });
    } else if (given.findIndex((other) => other.questionId === questionId) < i) {
      problems.push({ path, code: "REPEATED", message: "must not be answered twice" });
    }
  }
  const answers = questions.flatMap((question) => {
    const index = given.findIndex(({ questionId }) => questionId === question.id);
    const path = index === -1 ? "answers" : `answers.${index}`;
    const read = readAnswer(question, given[index]);
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
const misfit = { code: "WRONG_TYPE", message: "must be answered in the field of its kind" };

/** What a question asks for, whoever asks it. */
type Asking = Pick<Question, "kind" | "isRequired" | "choices">;

/** One answer as it is kept, null for none, or what is wrong with it. */
export function readAnswer(
  question: Asking,
  given: Omit<AnswerInput, "questionId"> | undefined,
): Read {
  const fields = given
    ? [given.text, given.number, given.consent].filter((each) => each != null)
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

function readText(question: Asking, value: string): Read {
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

function textOf(question: Asking): z.ZodType<string> {
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
