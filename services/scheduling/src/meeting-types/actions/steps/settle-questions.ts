import { newId, type InputProblem } from "@tidbok/domain";
import { keepsAnswers, type Question } from "../../domain/question.ts";

type Wanted = Omit<Question, "id"> & { readonly id?: string | null | undefined };

/**
 * Questions as they may be, and what is wrong with them. Answers refer to questions: one that is kept keeps
 * its kind, and none is taken from another meeting type. Where old answers would be wrong under the new
 * words it is a new question, and the old one retires.
 */
export function settleQuestions(
  present: readonly Question[],
  wanted: readonly Wanted[],
): { readonly questions: readonly Question[]; readonly problems: readonly InputProblem[] } {
  const problems = wanted.flatMap(({ id, kind }, i) => {
    if (id == null) return [];
    const path = `questions.${i}`;
    const known = present.find((question) => question.id === id);
    if (!known || wanted.findIndex((other) => other.id === id) < i) {
      const message = "must be a question of this meeting type, once; a new one has none";
      return [{ path: `${path}.id`, code: "UNKNOWN_QUESTION", message }];
    }
    const message = "cannot be changed; make a new question";
    return known.kind === kind ? [] : [{ path: `${path}.kind`, code: "FIXED", message }];
  });
  const questions = wanted.map((question) => {
    const known = present.find(({ id }) => id === question.id);
    return { ...question, id: known && keepsAnswers(known, question) ? known.id : newId() };
  });
  return { questions, problems };
}
