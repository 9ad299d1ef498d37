import path from "node:path";
import { pronounLines, pronounReport } from "./prose/pronoun-report.ts";
import { checks } from "./shape/checks.ts";
import { lengthReport } from "./shape/file-lengths.ts";
import { readTree, type Tree } from "./shape/tree.ts";

// `pnpm check-shape`: what no compiler and no linter looks at. One line per problem.
// `pnpm check-shape --pronouns [folder]`: which files have the most pronouns, or each of a folder's.

const tree = readTree(path.resolve(import.meta.dirname, "../../.."));
const [option, folder] = process.argv.slice(2).filter((argument) => argument !== "--");

if (option === "--pronouns") {
  const lines = folder === undefined ? pronounReport(tree) : pronounLines(tree, folder);
  for (const line of lines) console.log(line);
} else {
  checkShape(tree);
}

function checkShape(tree: Tree): void {
  const problems = checks.flatMap((check) => check(tree));
  const lines = new Set(problems.map((problem) => `${problem.path}: ${problem.message}.`));
  for (const line of lines) console.log(line);
  console.log(
    `${lengthReport(tree)}; ${lines.size === 0 ? "the shape holds" : `${lines.size} problems`}.`,
  );
  process.exitCode = lines.size === 0 ? 0 : 1;
}
