import { InvalidInput, type InputProblem } from "@tidbok/domain";
import { readAnswer, type AnswerInput } from "../../meeting-types/domain/read-answers.ts";
import type { RoutingAnswers } from "./route-of.ts";
import type { RoutingQuestion } from "./routing-form.ts";

type Given = Omit<AnswerInput, "questionId"> & { readonly questionKey: string };

/** The answers by their questions' keys. Throws InvalidInput with every mistake. */
export function readRoutingAnswers(
  questions: readonly RoutingQuestion[],
  given: readonly Given[],
): RoutingAnswers {
  const problems: InputProblem[] = [];
  const read = new Map<string, string>();
  const places = new Map<string, number>();
  for (const [i, { questionKey }] of given.entries()) {
    const path = `answers.${i}.questionKey`;
    if (!questions.some(({ key }) => key === questionKey)) {
      const message = "must be a question of this form";
      problems.push({ path, code: "UNKNOWN_QUESTION", message });
    } else if (places.has(questionKey)) {
      problems.push({ path, code: "REPEATED", message: "must not be answered twice" });
    } else places.set(questionKey, i);
  }
  for (const question of questions) {
    const place = places.get(question.key);
    const found = readAnswer(question, place === undefined ? undefined : given[place]);
    const path = place === undefined ? "answers" : `answers.${place}`;
    if ("code" in found) {
      problems.push({ path, ...found, message: `${found.message} (${question.key})` });
    } else if (found.answer !== null) read.set(question.key, found.answer);
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return read;
}
