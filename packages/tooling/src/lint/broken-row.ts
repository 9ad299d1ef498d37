import { rows } from "./rows.ts";
import type { Location } from "./location.ts";

/** What a file imports: a file of this repository, or a package from elsewhere (`node:` included). */
export type Target = {
  readonly location: Location | null;
  readonly vendor: string | null;
  readonly isTypeOnly: boolean;
};

/** The sentence that this import of a service's folder breaks, or null. */
export function brokenRow(from: Location, target: Target): string | null {
  if (!from.unit?.startsWith("services/") || from.isTest || from.part === null) return null;
  const row = rows[from.part];
  if (row === undefined || isAllowed(from, target)) return null;
  return `${from.part} may import ${row.mayImport}: ${row.duty}.`;
}

function isAllowed(from: Location, target: Target): boolean {
  const row = rows[from.part ?? ""];
  if (row === undefined) return true;
  if (target.vendor !== null) return row.vendors.test(target.vendor);
  const location = target.location;
  if (location === null) return true;
  if (location.unit?.startsWith("packages/")) {
    return row.packages.includes(location.unit.slice("packages/".length));
  }
  if (location.unit !== from.unit) return false;
  if (location.part === null) return false;
  if (location.part === from.part || row.parts.includes(location.part)) return true;
  return target.isTypeOnly && (row.types?.includes(location.part) ?? false);
}
