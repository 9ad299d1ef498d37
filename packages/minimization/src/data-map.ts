import type { Category } from "./category.ts";
import { accountRows } from "./data-map/account-rows.ts";
import { attendeeRows } from "./data-map/attendee-rows.ts";

const map = { ...accountRows, ...attendeeRows };

/** The name of a row of the data map, as `@personalData(category: …)` writes it. */
export type DataCategory = keyof typeof map;

/** A whole data map; also what an earlier policy version's map is compared with. */
export type DataMap = Readonly<Record<string, Category>>;

/**
 * What Tidbok knows about people, what each kind may be used for, and which audience may learn it. Nothing
 * else in the code repeats any of this. Category keys are Fideslang 3's (Ethyca, CC-BY-4.0).
 */
export const dataMap: Readonly<Record<DataCategory, Category>> = map;

/** Every row's name, in the order of the map. */
export const dataCategories = Object.keys(map) as readonly DataCategory[];

/** Whether this is the name of a row. */
export function isDataCategory(name: string): name is DataCategory {
  return Object.hasOwn(map, name);
}
