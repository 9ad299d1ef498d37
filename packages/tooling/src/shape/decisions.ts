import type { Check } from "./problem.ts";

const folder = "docs/decisions";
const index = "docs/README.md";
const headings = ["Context", "Decision", "Consequence"];
const longest = 60;

/** Each decision has a number of its own (a gap is no harm), a page, the same headings, and a line in the index. */
export const decisions: Check = (tree) => {
  const files = tree.below(folder);
  return files.flatMap((path) => {
    const text = tree.read(path);
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    const found = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const lines = text.trimEnd().split("\n").length;
    return [
      ...(isTaken(path, files) ? [`has the number of another; take the next free one`] : []),
      ...(text.startsWith(`# ${number} `)
        ? []
        : [`does not begin with "# ${number} <the decision>"`]),
      ...(found.join() === headings.join() ? [] : [`needs the headings ${headings.join(", ")}`]),
      ...(tree.read(index).includes(`](${path.slice("docs/".length)})`)
        ? []
        : [`is not listed in ${index}; add it to its subject`]),
      ...(lines > longest ? [`has ${lines} lines; ${longest} at most, a page`] : []),
    ].map((message) => ({ path, message }));
  });
};

function isTaken(path: string, files: readonly string[]): boolean {
  const number = path.slice(0, `${folder}/0000`.length);
  return files.some((other) => other !== path && other.startsWith(number));
}
