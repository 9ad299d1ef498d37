import type { Check } from "./problem.ts";

const folder = "docs/decisions";
const headings = ["Context", "Decision", "Consequence"];
const longest = 60;

/** Decisions are numbered without gaps or twins, a page each, with the same headings. */
export const decisions: Check = (tree) => {
  const files = tree.below(folder);
  return files.flatMap((path, index) => {
    const text = tree.read(path);
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    const found = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const lines = text.trimEnd().split("\n").length;
    const wanted = String(index + 1).padStart(4, "0");
    return [
      ...(number === wanted
        ? []
        : [`is not number ${wanted}; number decisions without gaps or twins`]),
      ...(text.startsWith(`# ${number} `)
        ? []
        : [`does not begin with "# ${number} <the decision>"`]),
      ...(found.join() === headings.join() ? [] : [`needs the headings ${headings.join(", ")}`]),
      ...(lines > longest ? [`has ${lines} lines; ${longest} at most, a page`] : []),
    ].map((message) => ({ path, message }));
  });
};
