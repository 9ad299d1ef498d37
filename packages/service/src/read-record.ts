import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readIfThere } from "./read-if-there.ts";

/** The files of a folder that must stay as they are. */
export type FileRecord = {
  /** Relative to the folder. */
  readonly names: readonly string[];
  /** Those that read differently from what was recorded, or are missing. */
  readonly changed: readonly string[];
};

/** Compares a folder with its `sha256sums.txt`, as `sha256sum --check sha256sums.txt` does. Other files are free to change. */
export async function readRecord(folder: URL): Promise<FileRecord> {
  const lines = (await readFile(new URL("sha256sums.txt", folder), "utf8")).trim().split("\n");
  const files = await Promise.all(
    lines.filter(Boolean).map(async (line) => {
      const [hash, name = ""] = line.split(/\s+\*?/);
      return { name, isSame: (await hashOf(new URL(name, folder))) === hash };
    }),
  );
  return {
    names: files.map(({ name }) => name),
    changed: files.filter(({ isSame }) => !isSame).map(({ name }) => name),
  };
}

async function hashOf(file: URL): Promise<string | null> {
  const content = await readIfThere(file);
  return content && createHash("sha256").update(content).digest("hex");
}
