import path from "node:path";
import { rows } from "./rows.ts";

/** Where a file of the repository stands, as far as imports are concerned. */
export type Location = {
  /** `gateway`, `infra`, `services/<name>`, `packages/<name>`; null for files at the root. */
  readonly unit: string | null;
  /** The subject's folder in a service that has its layers by subject. Else null. */
  readonly subject: string | null;
  /** Below the unit's src, or the subject: the folder, or a top-level file's name without `.ts`. Else null. */
  readonly part: string | null;
  /** Tests and benches may import more, because they are not part of the product. */
  readonly isTest: boolean;
};

const test = /(^|\/)(test|testing|bench)\/|\.(test|bench)\.[cm]?ts$|(^|\/)vitest[^/]*\.ts$/;

/** The location of a path that is relative to the repository's root. */
export function locationOf(file: string): Location {
  const segments = file.split(path.sep);
  const [first, second] = segments;
  const isNested = first === "services" || first === "packages";
  const unit =
    isNested && second !== undefined
      ? `${first}/${second}`
      : first === "gateway" || first === "infra"
        ? first
        : null;
  const below = segments.slice(isNested ? 2 : 1);
  const inSource = unit !== null && below[0] === "src" ? below.slice(1) : [];
  const subject = first === "services" ? subjectOf(inSource) : null;
  const part = inSource[subject === null ? 0 : 1]?.replace(/\.[cm]?[jt]s$/, "") ?? null;
  return { unit, subject, part, isTest: test.test(file) };
}

/** A folder that is no layer is a subject. */
function subjectOf([folder, file]: readonly string[]): string | null {
  if (folder === undefined || file === undefined) return null;
  return folder in rows || folder === "generated" ? null : folder;
}
