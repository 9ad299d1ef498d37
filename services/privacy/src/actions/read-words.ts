import { wordsOf, type Policy, type PolicyText } from "../domain/policy.ts";

/** A policy's words in a language, or in English where that language is missing. */
export function readWords(policy: Policy, locale: string | null | undefined): PolicyText {
  return wordsOf(policy, locale ?? null);
}
