import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checks } from "./checks.ts";
import { readTree } from "./tree.ts";
import { wellShaped } from "./well-shaped.ts";

/** Changes to a repository, as path → text; null takes a file away. */
export type Changes = Readonly<Record<string, string | null>>;

/** What check-shape finds in a well-shaped repository with these changes. For tests. */
export function problemsWith(changes: Changes): readonly string[] {
  const root = mkdtempSync(path.join(tmpdir(), "tidbok-shape-"));
  try {
    for (const [file, text] of Object.entries({ ...wellShaped(), ...changes })) {
      if (text === null) continue;
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const tree = readTree(root);
    return checks.flatMap((check) => check(tree)).map((found) => `${found.path}: ${found.message}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The change of one text of the well-shaped repository. For tests. */
export function changed(file: string, [from, to]: readonly [string, string]): Changes {
  const text = wellShaped()[file] ?? "";
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  return { [file]: text.replace(from, to) };
}
