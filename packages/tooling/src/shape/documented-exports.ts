import path from "node:path";
import { exportsOf } from "./exports-of.ts";
import type { Check, Problem } from "./problem.ts";
import type { Tree } from "./tree.ts";

/** Every export of a package's face has a doc comment where it is declared. */
export const documentedExports: Check = (tree) =>
  tree.files
    .filter((file) => /^packages\/[^/]+\/src\/index\.ts$/.test(file))
    .flatMap((file) => undocumented(tree, { file, wanted: "*", seen: new Set() }));

type Search = {
  readonly file: string;
  /** The one name to look at, or `*`. */
  readonly wanted: string;
  readonly seen: Set<string>;
};

function undocumented(tree: Tree, { file, wanted, seen }: Search): readonly Problem[] {
  const key = `${file}#${wanted}`;
  if (seen.has(key)) return [];
  seen.add(key);
  const exported = exportsOf(tree.read(file));
  const chosen = exported.filter(({ name }) => wanted === "*" || name === wanted || name === "*");
  return chosen.flatMap(({ name, original, from, isDocumented }) => {
    if (from === null) {
      // An overload says it once; a type and a value of one name may share a comment.
      const isSaid = exported.some((each) => each.name === name && each.isDocumented);
      if (isDocumented || isSaid) return [];
      return [{ path: file, message: `${name} has no doc comment; say what it promises` }];
    }
    if (!from.startsWith(".")) return [];
    const target = path.posix.join(path.posix.dirname(file), from);
    return undocumented(tree, { file: target, wanted: name === "*" ? wanted : original, seen });
  });
}
