import type { Check } from "./problem.ts";
import type { Tree } from "./tree.ts";

const longest = 300;
const highestMedian = 60;

/** No file above 300 lines, and the median below 60; generated, SQL and SDL aside. */
export const fileLengths: Check = (tree) => {
  const measured = lengths(tree);
  const median = measured[Math.floor(measured.length / 2)]?.lines ?? 0;
  return [
    ...measured
      .filter(({ lines }) => lines > longest)
      .map(({ file, lines }) => ({
        path: file,
        message: `has ${lines} lines; ${longest} at most, it is two things`,
      })),
    ...(median > highestMedian
      ? [{ path: ".", message: `the median file has ${median} lines; ${highestMedian} at most` }]
      : []),
  ];
};

/** One line for people: how many files, their median, and the share above 150 lines. */
export function lengthReport(tree: Tree): string {
  const measured = lengths(tree);
  const median = measured[Math.floor(measured.length / 2)]?.lines ?? 0;
  const long = measured.filter(({ lines }) => lines > 150).length;
  return `${measured.length} source files, median ${median} lines, ${long} above 150`;
}

function lengths(tree: Tree): readonly { file: string; lines: number }[] {
  return tree.files
    .filter((file) => /\.(ts|mjs|js)$/.test(file))
    .map((file) => ({ file, lines: tree.read(file).trimEnd().split("\n").length }))
    .sort((a, b) => a.lines - b.lines);
}
