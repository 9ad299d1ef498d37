import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The files of a repository, by their paths relative to its root, with forward slashes. */
export type Tree = {
  readonly files: readonly string[];
  /** The text of a file; empty when there is no such file. */
  read(file: string): string;
  has(file: string): boolean;
  /** The files below a folder, sorted. */
  below(folder: string): readonly string[];
};

const skipped = new Set([
  "node_modules",
  "dist",
  "generated",
  "coverage",
  ".git",
  ".local",
  ".turbo",
]);

/** Reads the names now and the texts when they are asked for, each once. */
export function readTree(root: string): Tree {
  const files = listFiles(root, "").sort();
  const known = new Set(files);
  const texts = new Map<string, string>();
  return {
    files,
    has: (file) => known.has(file),
    below: (folder) => files.filter((file) => file.startsWith(`${folder}/`)),
    read(file) {
      if (!known.has(file)) return "";
      const text = texts.get(file) ?? readFileSync(path.join(root, file), "utf8");
      texts.set(file, text);
      return text;
    },
  };
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(root, file);
    return entry.isFile() ? [file] : [];
  });
}
