import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The public pages: each folder of src/public with a `page.ts`. */
export function pageFolders(folder: string): readonly string[] {
  const below = path.join(folder, "src/public");
  return readdirSync(below)
    .filter((name) => existsSync(path.join(below, name, "page.ts")))
    .sort();
}
