import type { DataMap } from "../data-map.ts";
import { weakerPoints } from "./weaker-points.ts";

/** What one row of a data map lost between two versions. */
export type Weakening = { readonly category: string; readonly points: readonly string[] };

/**
 * Where `after` protects people less than `before` does, or keeps their data on other terms: what
 * needs a new version of the policy. A row that is gone counts, for its data is called something else
 * now; a new row does not, for there was nothing to protect.
 */
export function weakenings(before: DataMap, after: DataMap): readonly Weakening[] {
  return Object.entries(before).flatMap(([category, row]) => {
    const now = after[category];
    const points = now === undefined ? ["it is gone"] : [...weakerPoints(now, row), ...newTerms()];
    return points.length === 0 ? [] : [{ category, points }];

    function newTerms(): readonly string[] {
      return (["legalBasis", "retention", "erasure", "source", "subject"] as const)
        .filter((term) => now !== undefined && now[term] !== row[term])
        .map((term) => `its ${term} is ${now?.[term]} instead of ${row[term]}`);
    }
  });
}
