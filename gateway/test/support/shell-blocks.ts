import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("../../../", import.meta.url);

/** A code block to paste, without the indentation of the list that it stands in. */
export type ShellBlock = { readonly page: string; readonly lines: string };

/** The blocks of all pages of the repository that a reader may paste into a shell. */
export function shellBlocks(): readonly ShellBlock[] {
  const pages = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" });
  return pages.trim().split("\n").flatMap(blocksOf);
}

function blocksOf(page: string): readonly ShellBlock[] {
  const blocks = readFileSync(new URL(page, root), "utf8").matchAll(
    /^( *)```(?:sh|bash|zsh|shell|console)\n([^]*?)^\1```$/gm,
  );
  return [...blocks].map(([, indent = "", text = ""]) => ({
    page,
    lines: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}
