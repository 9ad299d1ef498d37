import type { Tree } from "../shape/tree.ts";
import { countedFiles, type CountedFile } from "./counted-files.ts";
import { countPronouns, rateOf, sumCounts, type Count } from "./pronouns.ts";

const longestList = 40;

/** `pnpm check-shape --pronouns`: the rate of each unit, then the files with the most pronouns. */
export function pronounReport(tree: Tree): readonly string[] {
  const files = countedFiles(tree);
  const units = [...new Set(files.map(({ unit }) => unit))].sort();
  const worst = files
    .filter(({ count }) => count.pronouns > 0)
    .sort((a, b) => b.count.pronouns - a.count.pronouns)
    .slice(0, longestList);
  return [
    "pronouns   words  per 1,000",
    ...units.map((unit) => row(unit, countOf(files, unit))),
    row("the repository", sumCounts(files.map(({ count }) => count))),
    "",
    ...worst.map(({ file, count }) => row(file, count)),
  ];
}

/** `pnpm check-shape --pronouns <folder>`: each passage with such a pronoun, by its file and line. */
export function pronounLines(tree: Tree, folder: string): readonly string[] {
  return countedFiles(tree)
    .filter(({ file }) => file === folder || file.startsWith(`${folder}/`))
    .flatMap(({ file, passages }) =>
      passages.flatMap(({ line, text }) =>
        text.split("\n").flatMap((part, index) => {
          const isClean = countPronouns({ line, text: part }).pronouns === 0;
          return isClean ? [] : [`${file}:${line + index}: ${part.trim()}`];
        }),
      ),
    );
}

/** What was counted in a unit. */
export function countOf(files: readonly CountedFile[], wanted: string): Count {
  return sumCounts(files.flatMap(({ unit, count }) => (unit === wanted ? [count] : [])));
}

function row(name: string, count: Count): string {
  const numbers = [String(count.pronouns).padStart(8), String(count.words).padStart(7)];
  return `${numbers.join(" ")} ${rateOf(count).toFixed(1).padStart(10)}  ${name}`;
}
