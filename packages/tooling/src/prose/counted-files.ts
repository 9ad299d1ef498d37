import type { Tree } from "../shape/tree.ts";
import type { Passage } from "./passage.ts";
import { passagesOf } from "./passages-of.ts";
import { countPronouns, sumCounts, type Count } from "./pronouns.ts";

/** A file, the part of the repository that it belongs to, and what was counted in it. */
export type CountedFile = {
  readonly file: string;
  readonly unit: string;
  readonly count: Count;
  /** Those with a pronoun. */
  readonly passages: readonly Passage[];
};

// A policy that was published never changes, and neither does a migration that was applied; the
// supergraph repeats the services' descriptions; fixtures are other people's texts.
const skipped =
  /^services\/privacy\/policies\/|\/prisma\/migrations\/|^gateway\/supergraph\.graphql$|\/fixtures\/|^LICENSE/;

/** Counts the pronouns of every file that people read. */
export function countedFiles(tree: Tree): readonly CountedFile[] {
  return tree.files
    .filter((file) => !skipped.test(file))
    .map((file) => {
      const passages = passagesOf(file, tree.read(file));
      return {
        file,
        unit: unitOf(file),
        count: sumCounts(passages.map(countPronouns)),
        passages: passages.filter((passage) => countPronouns(passage).pronouns > 0),
      };
    });
}

function unitOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  if (first === "services" || first === "packages") return `${first}/${second}`;
  return first === "gateway" || first === "infra" ? first : "docs";
}
