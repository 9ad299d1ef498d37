import type { Words } from "./words-for.ts";

/** An answer as it is read; a dash where there is none. */
export function writeAnswer(answer: string | number | boolean | null, words: Words): string {
  if (answer === null || answer === "") return words.answer.none;
  if (typeof answer === "boolean") return answer ? words.answer.yes : words.answer.no;
  return String(answer);
}
