import path from "node:path";
import type { Check } from "./problem.ts";

const most = 35;
const source = /\.(ts|mjs|js|tsx|graphql)$/;
// Lists of many alike, one file each.
const lists = /\/(catalogue|migrations|fixtures|generated|operations)(\/|$)/;
const test = /(^|\/)test\/|\.(test|bench)\.ts$/;

/** No folder holds more than 35 source files: a reader sees what is in it at one look. */
export const folderSizes: Check = (tree) => {
  const counts = new Map<string, number>();
  for (const file of tree.files) {
    if (!source.test(file) || lists.test(file) || test.test(file)) continue;
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([folder, count]) => ({
      path: folder,
      message: `has ${count} source files; ${most} at most, sort them by subject`,
    }));
};
