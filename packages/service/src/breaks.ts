/**
 * Whether the error, or one that caused it, says that the named database constraint was violated.
 * Prisma wraps the driver's error several times over and has no type for exclusion constraints, so
 * the name of the constraint is what there is to go by.
 */
export function breaks(error: unknown, constraint: string): boolean {
  return mentions(error, constraint, 0);
}

/** The PostgreSQL error code (five characters) inside the error, or null. */
export function sqlState(error: unknown): string | null {
  return findState(error, 0);
}

function mentions(value: unknown, constraint: string, depth: number): boolean {
  if (depth > 6) return false;
  if (typeof value === "string") return new RegExp(`\\b${constraint}\\b`).test(value);
  if (value === null || typeof value !== "object") return false;
  if (value instanceof Error && mentions(value.message, constraint, depth + 1)) return true;
  return Object.values(value)
    .concat("cause" in value ? [value.cause] : [])
    .some((inner) => mentions(inner, constraint, depth + 1));
}

function findState(value: unknown, depth: number): string | null {
  if (depth > 6 || value === null || typeof value !== "object") return null;
  for (const key of ["originalCode", "code"]) {
    const code = (value as Record<string, unknown>)[key];
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("P2"))
      return code;
  }
  for (const inner of Object.values(value).concat("cause" in value ? [value.cause] : [])) {
    const found = findState(inner, depth + 1);
    if (found) return found;
  }
  return null;
}
