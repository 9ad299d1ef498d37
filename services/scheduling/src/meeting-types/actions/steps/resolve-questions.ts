import { newId, type InputProblem } from "@tidbok/domain";
import type { QuestionInput } from "../../domain/meeting-type-input.ts";
import { keepsAnswers, type Question } from "../../domain/question.ts";

/**
 * The questions with their ids, and the problems of the input. An existing question keeps its kind, because answers
 * refer to it, and a question of another meeting type is unknown. If earlier answers would be wrong under the new
 * words, the question gets a new id and the earlier question retires.
 */
export function resolveQuestions(
  present: readonly Question[],
  inputs: readonly QuestionInput[],
): { readonly questions: readonly Question[]; readonly problems: readonly InputProblem[] } {
  const problems = inputs.flatMap(({ id, kind }, i) => {
    if (id == null) return [];
    const path = `questions.${i}`;
    const known = present.find((question) => question.id === id);
    if (!known || inputs.findIndex((other) => other.id === id) < i) {
      const message =
        "must be a question of this meeting type and occur once; omit it for a new question";
      return [{ path: `${path}.id`, code: "UNKNOWN_QUESTION", message }];
    }
    const message = "must stay as it is; add a new question instead";
    return known.kind === kind ? [] : [{ path: `${path}.kind`, code: "FIXED", message }];
  });
  const questions = inputs.map((question) => {
    const known = present.find(({ id }) => id === question.id);
    return { ...question, id: known && keepsAnswers(known, question) ? known.id : newId() };
  });
  return { questions, problems };
}
