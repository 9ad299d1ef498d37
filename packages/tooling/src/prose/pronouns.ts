import type { Passage } from "./passage.ts";

// Words that hide the subject of a sentence: write "the caller", "the host", "the row" instead.
// The list is that of docs/conventions.md, "Plain English".
const pronouns =
  /\b(who|whoever|whom|whomever|whose|nobody|somebody|anybody|none)\b|\bwhat is no\b/gi;
const word = /\p{L}[\p{L}'’-]*/gu;

/** How many words a text has, and how many of them are such pronouns. */
export type Count = { readonly words: number; readonly pronouns: number };

/** Counts a passage; code between backticks does not count. */
export function countPronouns({ text }: Passage): Count {
  const prose = text.replace(/`[^`\n]*`/g, "");
  return {
    words: prose.match(word)?.length ?? 0,
    pronouns: prose.match(pronouns)?.length ?? 0,
  };
}

/** The sum of counts. */
export function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, each) => ({
      words: sum.words + each.words,
      pronouns: sum.pronouns + each.pronouns,
    }),
    { words: 0, pronouns: 0 },
  );
}

/** Pronouns per 1,000 words. */
export function rateOf({ words, pronouns }: Count): number {
  return words === 0 ? 0 : (1000 * pronouns) / words;
}
