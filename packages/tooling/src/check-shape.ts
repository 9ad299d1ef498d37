import path from "node:path";
import { checks } from "./shape/checks.ts";
import { lengthReport } from "./shape/file-lengths.ts";
import { readTree } from "./shape/tree.ts";

// `pnpm check-shape`: what no compiler and no linter looks at. One line per problem.

const tree = readTree(path.resolve(import.meta.dirname, "../../.."));
const problems = checks.flatMap((check) => check(tree));
const lines = new Set(problems.map((problem) => `${problem.path}: ${problem.message}.`));

for (const line of lines) console.log(line);
console.log(
  `${lengthReport(tree)}; ${lines.size === 0 ? "the shape holds" : `${lines.size} problems`}.`,
);
process.exitCode = lines.size === 0 ? 0 : 1;
