import path from "node:path";

/** Where a file of the repository stands, as far as imports are concerned. */
export type Place = {
  /** `gateway`, `infra`, `services/<name>`, `packages/<name>`; null for files at the root. */
  readonly unit: string | null;
  /** Below the unit's src: the folder, or a top-level file's name without `.ts`. Else null. */
  readonly part: string | null;
  /** Tests and benches may import more: they stand beside the product, not in it. */
  readonly isTest: boolean;
};

/** The place of a path that is relative to the repository's root. */
export function placeOf(file: string): Place {
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
  return {
    unit,
    part:
      unit !== null && below[0] === "src" ? (below[1]?.replace(/\.[cm]?[jt]s$/, "") ?? null) : null,
    isTest: /(^|\/)(test|testing|bench)\/|\.(test|bench)\.[cm]?ts$|(^|\/)vitest[^/]*\.ts$/.test(
      file,
    ),
  };
}
