import type { Tree } from "./tree.ts";

/** The names of the services, as their folders below services/ say. */
export function services(tree: Tree): readonly string[] {
  const names = tree.below("services").map((file) => file.split("/")[1] ?? "");
  return [...new Set(names)].filter((name) => tree.has(`services/${name}/package.json`));
}
