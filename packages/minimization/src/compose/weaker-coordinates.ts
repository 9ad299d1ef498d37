import type { Category } from "../category.ts";
import type { DataMap } from "../data-map.ts";
import type { Coordinates } from "./coordinates-of.ts";
import { weakerPoints } from "./weaker-points.ts";

/** What one coordinate lost between two versions. */
export type WeakerCoordinate = { readonly coordinate: string; readonly points: readonly string[] };

/**
 * Which coordinates a graph classifies as less than was promised: as about no person, or as a category that protects
 * less. A coordinate that is gone shows nothing and does not count. A category that is gone from the map is for
 * `weakenings` to find.
 */
export function weakerCoordinates(
  promised: Readonly<Record<string, string>>,
  now: { readonly coordinates: Coordinates; readonly dataMap: DataMap },
): readonly WeakerCoordinate[] {
  return Object.entries(promised).flatMap(([coordinate, before]) => {
    const category = now.coordinates.get(coordinate);
    if (category === undefined || category === before) return [];
    if (category === null) return [{ coordinate, points: [`it is no ${before} any more`] }];
    const rows: readonly (Category | undefined)[] = [now.dataMap[category], now.dataMap[before]];
    const [row, than] = rows;
    if (row === undefined || than === undefined) return [];
    const points = weakerPoints(row, than).map((point) => `as ${category}, ${point}`);
    return points.length === 0 ? [] : [{ coordinate, points }];
  });
}
