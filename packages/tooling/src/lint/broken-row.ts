import { rows } from "./rows.ts";
import type { Place } from "./place.ts";

/** What a file imports: a place of this repository, or a package from elsewhere (`node:` included). */
export type Target = {
  readonly place: Place | null;
  readonly vendor: string | null;
  readonly isTypeOnly: boolean;
};

/** The sentence that this import of a service's folder breaks, or null. */
export function brokenRow(from: Place, target: Target): string | null {
  if (!from.unit?.startsWith("services/") || from.isTest || from.part === null) return null;
  const row = rows[from.part];
  if (row === undefined || isAllowed(from, target)) return null;
  return `${from.part} may import ${row.mayImport}: ${row.duty}.`;
}

function isAllowed(from: Place, target: Target): boolean {
  const row = rows[from.part ?? ""];
  if (row === undefined) return true;
  if (target.vendor !== null) return row.vendors.test(target.vendor);
  const place = target.place;
  if (place === null) return true;
  if (place.unit?.startsWith("packages/")) {
    return row.packages.includes(place.unit.slice("packages/".length));
  }
  if (place.unit !== from.unit) return false;
  if (place.part === null) return false;
  if (place.part === from.part || row.parts.includes(place.part)) return true;
  return target.isTypeOnly && (row.types?.includes(place.part) ?? false);
}
