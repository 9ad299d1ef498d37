import { InvalidInput, type InputProblem } from "@tidbok/domain";
import { readAnswer, type AnswerInput } from "../../meeting-types/domain/read-answers.ts";
import type { RoutingAnswers } from "./route-of.ts";
import type { RoutingQuestion } from "./routing-form.ts";

type RoutingAnswerInput = Omit<AnswerInput, "questionId"> & { readonly questionKey: string };

/** The answers by the keys of their questions. Throws InvalidInput with every problem. */
export function readRoutingAnswers(
  questions: readonly RoutingQuestion[],
  inputs: readonly RoutingAnswerInput[],
): RoutingAnswers {
  const problems: InputProblem[] = [];
  const answers = new Map<string, string>();
  const positions = new Map<string, number>();
  for (const [i, { questionKey }] of inputs.entries()) {
    const path = `answers.${i}.questionKey`;
    if (!questions.some(({ key }) => key === questionKey)) {
      const message = "must be a question of this form";
      problems.push({ path, code: "UNKNOWN_QUESTION", message });
    } else if (positions.has(questionKey)) {
      problems.push({ path, code: "REPEATED", message: "must not be answered twice" });
    } else positions.set(questionKey, i);
  }
  for (const question of questions) {
    const position = positions.get(question.key);
    const read = readAnswer(question, position === undefined ? undefined : inputs[position]);
    const path = position === undefined ? "answers" : `answers.${position}`;
    if ("code" in read) {
      problems.push({ path, ...read, message: `${read.message} (${question.key})` });
    } else if (read.answer !== null) answers.set(question.key, read.answer);
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return answers;
}
