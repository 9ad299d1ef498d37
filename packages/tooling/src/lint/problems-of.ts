import path from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

// The repository's own eslint.config.js, without what needs files on the disk.
const eslint = new ESLint({
  cwd: path.resolve(import.meta.dirname, "../../../.."),
  overrideConfig: tseslint.configs.disableTypeChecked,
});

/** What the repository's lint says of this code, as if it were the file's. For tests. */
export async function problemsOf(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  // An unused value is the snippet's business, not the rule's.
  return (result?.messages ?? [])
    .filter(({ ruleId }) => !ruleId?.endsWith("no-unused-vars"))
    .map(({ message }) => message);
}
