import type { Check, Problem } from "../shape/problem.ts";
import { importsOf } from "./imports-of.ts";

/** No file imports itself by way of others, types included: a reader can begin at the bottom. */
export const importCircles: Check = (tree) => {
  const files = tree.files.filter((file) => file.endsWith(".ts"));
  const imported = new Map(
    files.map((file) => [file, importsOf(file, tree.read(file)).map((each) => each.file)] as const),
  );
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    const start = above.indexOf(file);
    if (start !== -1) {
      const circle = [...above.slice(start), file].join(" → ");
      problems.push({ path: file, message: `imports itself: ${circle}; move what both need` });
      return;
    }
    if (done.has(file)) return;
    for (const target of imported.get(file) ?? []) visit(target, [...above, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return problems;
};
