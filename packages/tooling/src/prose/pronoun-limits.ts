import type { Check } from "../shape/problem.ts";
import { countedFiles } from "./counted-files.ts";
import { countOf } from "./pronoun-report.ts";
import { rateOf, sumCounts } from "./pronouns.ts";

// Per 1,000 words. Comparable projects have 0 to 2.
const limit = { repository: 4, unit: 6 };

/** Sentences name their subject; the pronouns that hide it stay rare in all text. */
export const pronounLimits: Check = (tree) => {
  const files = countedFiles(tree);
  const units = [...new Set(files.map(({ unit }) => unit))].sort();
  const rates = [
    { path: ".", rate: rateOf(sumCounts(files.map(({ count }) => count))), most: limit.repository },
    ...units.map((unit) => ({
      path: unit,
      rate: rateOf(countOf(files, unit)),
      most: limit.unit,
    })),
  ];
  return rates
    .filter(({ rate, most }) => rate > most)
    .map(({ path, rate, most }) => ({
      path,
      message: `has ${rate.toFixed(1)} pronouns per 1,000 words, ${most} at most; \`pnpm check-shape --pronouns\` lists them`,
    }));
};
