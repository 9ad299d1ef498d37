import path from "node:path";
import type { Check } from "../shape/problem.ts";
import { passagesOf } from "./passages-of.ts";

const link = /\]\((?!\w+:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g;
// Other people's texts, and the policies as they were published.
const skipped = /\/fixtures\/|^services\/privacy\/policies\//;

/** A relative link of a page or of a comment leads to a file or a folder of the repository. */
export const links: Check = (tree) => {
  const folders = new Set(tree.files.flatMap(foldersOf));
  return tree.files
    .filter((file) => !skipped.test(file))
    .flatMap((file) =>
      passagesOf(file, tree.read(file)).flatMap(({ line, text }) =>
        targetsIn(text)
          .filter((target) => {
            const found = path.posix.join(path.posix.dirname(file), target).replace(/\/$/, "");
            return !tree.has(found) && !folders.has(found);
          })
          .map((target) => ({
            path: `${file}:${line}`,
            message: `links to ${target}, which does not exist`,
          })),
      ),
    );
};

function targetsIn(text: string): readonly string[] {
  const prose = text.replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(link)].map(([, target = ""]) => target);
}

function foldersOf(file: string): readonly string[] {
  const segments = file.split("/").slice(0, -1);
  return [".", ...segments.map((_, index) => segments.slice(0, index + 1).join("/"))];
}
